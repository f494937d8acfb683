using Pana.Cases;

namespace Pana.Portal.Forms;

/// <summary>The words a form says by itself, in the three languages.</summary>
public static class FormWords
{
    public static LocalizedText ErrorsTitle { get; } = new("Мына жерлерді түзету керек", "Нужно исправить", "Please mend the following");

    public static LocalizedText ErrorsHint { get; } = new("Жазғаныңыз сақталды. Сілтемені басып, орнына өтіңіз.", "Всё набранное сохранено. Нажмите на строку, чтобы перейти к полю.", "What you typed is kept. Follow a line to get to its field.");

    public static LocalizedText WarningsTitle { get; } = new("Тексеріп шығыңыз", "Проверьте", "Please check");

    public static LocalizedText WarningsHint { get; } = new("Бұл қате болмауы мүмкін. Бәрі дұрыс болса, батырманы тағы бір рет басыңыз.", "Это может быть и не ошибка. Если всё верно, нажмите кнопку ещё раз.", "This may not be a mistake. If all is right, press the button once more.");

    public static LocalizedText ErrorPrefix { get; } = new("Қате:", "Ошибка:", "Error:");

    public static LocalizedText Optional { get; } = new("міндетті емес", "необязательно", "optional");

    public static LocalizedText NotChosen { get; } = new("— таңдалмаған —", "— не выбрано —", "— not chosen —");

    public static LocalizedText DatePlaceholder { get; } = new("кк.аа.жжжж", "дд.мм.гггг", "dd.mm.yyyy");

    public static LocalizedText Time { get; } = new("Уақыты", "Время", "Time");

    public static LocalizedText AddRow { get; } = new("Жол қосу", "Добавить строку", "Add a row");

    public static LocalizedText RemoveRow { get; } = new("Алып тастау", "Убрать", "Remove");

    public static LocalizedText ShowRest { get; } = new("Жауапқа сай сұрақтарды көрсету", "Показать вопросы по этому ответу", "Show the questions that follow from this answer");

    public static LocalizedText Done { get; } = new("Дайын", "Готово", "Done");

    public static LocalizedText Yes { get; } = new("Иә", "Да", "Yes");

    public static LocalizedText No { get; } = new("Жоқ", "Нет", "No");

    public static LocalizedText NoAnswer { get; } = new("жауап жоқ", "нет ответа", "no answer");

    public static LocalizedText Withheld { get; } = new(
        "Мәлімет жазылған. Сіздің рөліңіз оны көрмейді және өзгертпейді; жазылған мәлімет сақталады.",
        "Сведения уже внесены. Ваша роль их не видит и не изменяет; внесённое сохранится.",
        "This has been recorded. Your role does not see it and cannot change it; what was recorded stays.");

    public static LocalizedText DraftSaved { get; } = new("Жоба сақталды, {0}", "Черновик сохранён, {0}", "Draft saved, {0}");

    public static LocalizedText DraftSaving { get; } = new("Сақталуда…", "Сохраняется…", "Saving…");

    public static LocalizedText DraftFailed { get; } = new("Жоба сақталмады. Байланыс қалпына келгенше бетті жаппаңыз.", "Черновик не сохранён. Не закрывайте страницу, пока связь не восстановится.", "The draft was not saved. Keep this page open until the connection is back.");

    public static LocalizedText RowAdded { get; } = new("Жол қосылды", "Строка добавлена", "A row was added");

    public static LocalizedText RowRemoved { get; } = new("Жол алынды", "Строка убрана", "The row was removed");
}
