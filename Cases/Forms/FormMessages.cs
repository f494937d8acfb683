using System.Globalization;

namespace Pana.Cases;

/// <summary>What the validator says: what is expected and how to mend it, in three languages.</summary>
internal static class FormMessages
{
    public static readonly LocalizedText RequiredText = new("Осы жерге жазыңыз.", "Заполните это поле.", "Fill in this field.");
    public static readonly LocalizedText RequiredChoice = new("Жауаптардың бірін таңдаңыз.", "Выберите один из ответов.", "Choose one of the answers.");
    public static readonly LocalizedText RequiredChoices = new("Кемінде бір жауапты белгілеңіз.", "Отметьте хотя бы один ответ.", "Tick at least one answer.");
    public static readonly LocalizedText RequiredTick = new("Жалғастыру үшін осы жерге белгі қойыңыз.", "Чтобы продолжить, поставьте здесь отметку.", "Tick this box to continue.");
    public static readonly LocalizedText RequiredDate = new("Күнін жазыңыз, мысалы 20.03.2026.", "Укажите дату, например 20.03.2026.", "Give the date, for example 20.03.2026.");
    public static readonly LocalizedText RequiredMoment = new("Күні мен уақытын жазыңыз, мысалы 20.03.2026 және 23:40.", "Укажите дату и время, например 20.03.2026 и 23:40.", "Give the date and the time, for example 20.03.2026 and 23:40.");
    public static readonly LocalizedText RequiredRows = new("Кемінде бір жолды толтырыңыз.", "Заполните хотя бы одну строку.", "Fill in at least one row.");
    public static readonly LocalizedText TooShort = new("Кемінде {0} таңба жазыңыз; қазір {1}.", "Напишите не меньше {0} знаков; сейчас {1}.", "Write at least {0} characters; there are {1} now.");
    public static readonly LocalizedText TooLong = new("{0} таңбадан асырмаңыз; қазір {1}. Қысқартыңыз.", "Не больше {0} знаков; сейчас {1}. Сократите текст.", "At most {0} characters; there are {1} now. Shorten the text.");
    public static readonly LocalizedText Pattern = new("Жазылуы үлгіге сәйкес емес. Өрістің астындағы түсіндірмені қараңыз.", "Запись не подходит под образец. Посмотрите подсказку у поля.", "This is not in the expected form. See the help at the field.");
    public static readonly LocalizedText NotAnEmail = new("Электрондық поштаның мекенжайын жазыңыз, мысалы aty@mysal.kz.", "Укажите адрес электронной почты, например imya@primer.kz.", "Give an e-mail address, for example name@example.kz.");
    public static readonly LocalizedText NotANumber = new("Санды цифрмен жазыңыз, мысалы 3.", "Напишите число цифрами, например 3.", "Write the number in digits, for example 3.");
    public static readonly LocalizedText TooManyDigits = new("Үтірден кейін {0} таңбадан артық болмасын.", "Не больше {0} знаков после запятой.", "At most {0} digits after the point.");
    public static readonly LocalizedText TooSmall = new("{0} немесе одан көп болуы керек.", "Должно быть {0} или больше.", "It must be {0} or more.");
    public static readonly LocalizedText TooBig = new("{0} немесе одан аз болуы керек.", "Должно быть {0} или меньше.", "It must be {0} or less.");
    public static readonly LocalizedText NotADate = new("Мұндай күн жоқ немесе ол басқаша жазылған. Күн.ай.жыл түрінде жазыңыз, мысалы 20.03.2026.", "Такой даты нет или она записана иначе. Напишите день.месяц.год, например 20.03.2026.", "There is no such date, or it is written another way. Write day.month.year, for example 20.03.2026.");
    public static readonly LocalizedText NotATime = new("Уақытын сағат:минут түрінде жазыңыз, мысалы 23:40.", "Напишите время в виде часы:минуты, например 23:40.", "Write the time as hours:minutes, for example 23:40.");
    public static readonly LocalizedText NotYet = new("Бұл күн әлі келген жоқ. Бүгінгі ({0}) немесе одан бұрынғы күнді жазыңыз.", "Этот день ещё не наступил. Укажите сегодняшнюю ({0}) или более раннюю дату.", "This day has not come yet. Give today ({0}) or an earlier date.");
    public static readonly LocalizedText NotYetMoment = new("Бұл сәт әлі келген жоқ. Қазіргі ({0}) немесе одан бұрынғы уақытты жазыңыз.", "Этот момент ещё не наступил. Укажите нынешнее ({0}) или более раннее время.", "This moment has not come yet. Give the present ({0}) or an earlier time.");
    public static readonly LocalizedText Passed = new("Бұл күн өтіп кетті. Бүгінгі ({0}) немесе одан кейінгі күнді жазыңыз.", "Этот день уже прошёл. Укажите сегодняшнюю ({0}) или более позднюю дату.", "This day has passed. Give today ({0}) or a later date.");
    public static readonly LocalizedText NotAnOption = new("Мұндай жауап жоқ. Ұсынылған жауаптардың бірін таңдаңыз.", "Такого ответа нет. Выберите один из предложенных.", "There is no such answer. Choose one of those offered.");
    public static readonly LocalizedText TooManyRows = new("{0} жолдан асырмаңыз.", "Не больше {0} строк.", "At most {0} rows.");
    public static readonly LocalizedText NotAnIin = new("ЖСН 12 цифрдан тұрады. Белгісіз болса, бос қалдырыңыз.", "ИИН состоит из 12 цифр. Если он неизвестен, оставьте поле пустым.", "An IIN has 12 digits. If it is not known, leave the field empty.");
    public static readonly LocalizedText IinCheckDigit = new("ЖСН-нің бақылау цифры сәйкес келмейді. Құжатпен салыстырып тексеріңіз; дұрыс болса, жалғастыра беріңіз.", "Контрольная цифра ИИН не сходится. Сверьте с документом; если всё верно, продолжайте.", "The check digit of the IIN does not fit. Compare it with the document; if it is right, go on.");
    public static readonly LocalizedText IinBirthDate = new("ЖСН-дегі туған күн ({0}) жазылған туған күнмен бірдей емес. Тексеріңіз; дұрыс болса, жалғастыра беріңіз.", "Дата рождения в ИИН ({0}) не совпадает с указанной. Проверьте; если всё верно, продолжайте.", "The birth date in the IIN ({0}) differs from the one given. Check; if it is right, go on.");
    public static readonly LocalizedText IinSex = new("ЖСН-дегі жыныс белгісі жазылған жыныспен бірдей емес. Тексеріңіз; дұрыс болса, жалғастыра беріңіз.", "Пол по ИИН не совпадает с указанным. Проверьте; если всё верно, продолжайте.", "The sex in the IIN differs from the one given. Check; if it is right, go on.");
    public static readonly LocalizedText NotAPhone = new("Телефон нөмірін жазыңыз, мысалы +7 701 234 56 78.", "Укажите номер телефона, например +7 701 234 56 78.", "Give a telephone number, for example +7 701 234 56 78.");

    /// <summary>The words in a culture with numbers and dates filled in.</summary>
    public static string Say(this LocalizedText message, string culture, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, message.In(culture), values);
}
