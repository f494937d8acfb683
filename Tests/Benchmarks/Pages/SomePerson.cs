using System.Globalization;
using Pana.Cases;

namespace Pana.Benchmarks;

/// <summary>An invented person: names of the country, an IIN that fits, a phone.</summary>
internal sealed record SomePerson(string LastName, string FirstName, string Iin, string Phone)
{
    private static readonly string[] Roots =
    [
        "Ахмет", "Бекен", "Сағындық", "Нұрлан", "Ержан", "Қайрат", "Тілеу", "Жақсылық", "Мұқан", "Оспан", "Сейіт", "Төле", "Ыбырай", "Әбдір", "Үсен",
        "Иван", "Петр", "Сидор", "Кузнец", "Попов", "Волк", "Мороз", "Павл", "Семен", "Егор", "Ким", "Цой", "Юсуп", "Рахим", "Хасан",
    ];

    private static readonly string[] Endings = ["ова", "қызы", "ева", "ұлова", "енко", "баева", "кызы", "анова", "жанова", "бекова"];

    private static readonly string[] FirstNames =
    [
        "Айгүл", "Әсел", "Гүлнар", "Динара", "Жанар", "Зарина", "Қарлығаш", "Ләззат", "Мөлдір", "Назгүл", "Перизат", "Раушан", "Сәуле", "Томирис", "Шынар",
        "Анна", "Елена", "Ирина", "Мария", "Наталья", "Ольга", "Светлана", "Татьяна", "Юлия", "Дильноза", "Лола", "Амина", "Фатима", "Виктория", "Екатерина",
    ];

    public static SomePerson Create(Random random)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"{random.Next(60, 100)}{random.Next(1, 13):00}{random.Next(1, 29):00}4{random.Next(0, 10_000):0000}");
        var iin = Enumerable.Range(0, 10).Select(digit => head + digit).FirstOrDefault(text => Pana.Cases.Iin.TryRead(text, out _));
        return iin is null
            ? Create(random)
            : new(
                Roots[random.Next(Roots.Length)] + Endings[random.Next(Endings.Length)],
                FirstNames[random.Next(FirstNames.Length)],
                iin,
                string.Create(CultureInfo.InvariantCulture, $"+7701{random.Next(0, 10_000_000):0000000}"));
    }

    /// <summary>The person's own value under a key of the vault; null when it is not one of these.</summary>
    public string? Find(string key) => key switch
    {
        "person.lastName" => LastName,
        "person.firstName" => FirstName,
        "person.iin" => Iin,
        "person.phone" => Phone,
        _ => null,
    };
}
