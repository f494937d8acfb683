namespace Pana.Cases;

/// <summary>Why a form cannot be used, and how to mend it, in three languages.</summary>
internal static class FormDefectMessages
{
    public static readonly LocalizedText Component = new("{0} ({1}) компоненті", "компонент {0} ({1})", "component {0} ({1})");
    public static readonly LocalizedText Member = new("{0}: {1}", "{0}: {1}", "{0}: {1}");
    public static readonly LocalizedText Option = new("{0}: «{1}» жауабы", "{0}: ответ «{1}»", "{0}: option \"{1}\"");
    public static readonly LocalizedText Title = new("нысанның атауы (properties.kk)", "название формы (properties.kk)", "the form's title (properties.kk)");
    public static readonly LocalizedText TheForm = new("нысанда", "форме", "the form");
    public static readonly LocalizedText TheList = new("{0} тізімінде", "списке {0}", "list {0}");
    public static readonly LocalizedText NoId = new("Сызбаның белгісі (id) жоқ: файлының атын беріңіз, мысалы \"id\": \"application\".", "У схемы нет id: дайте имя её файла, например \"id\": \"application\".", "the schema has no id: give it the name of its file, such as \"id\": \"application\"");
    public static readonly LocalizedText Empty = new("Файл бос: form-js сызбасы керек, {{\"type\": \"default\", \"components\": […]}}.", "Файл пуст: нужна схема form-js, {{\"type\": \"default\", \"components\": […]}}.", "the file is empty: expected a form-js schema, {{\"type\": \"default\", \"components\": […]}}");
    public static readonly LocalizedText NoJson = new("Файл JSON нысаны емес: {0}", "Файл – не объект JSON: {0}", "the file is not a JSON object: {0}");
    public static readonly LocalizedText TypeUnsupported = new("{0}: «{1}» түрі қолданылмайды; мыналардың бірін алыңыз: {2}.", "{0}: тип «{1}» не поддерживается; можно {2}.", "{0}: type \"{1}\" is not supported; use one of {2}");
    public static readonly LocalizedText IdMissing = new("{0}: белгісі (id) жоқ; әр компоненттің өз белгісі болуы керек.", "{0}: нет id; у каждого компонента должен быть свой.", "{0}: the id is missing; every component needs its own");
    public static readonly LocalizedText IdTwice = new("{0}: «{1}» белгісі (id) екі рет тұр; әр компоненттің өз белгісі болуы керек.", "{0}: id «{1}» стоит дважды; у каждого компонента должен быть свой.", "{0}: the id \"{1}\" is used twice; every component needs its own");
    public static readonly LocalizedText GroupPath = new("{0}: топта жол (path) болмайды; кілтті компоненттерінде толық жазыңыз.", "{0}: у группы нет пути (path); пишите ключ в её компонентах целиком.", "{0}: a group has no path here; write the whole key in its components");
    public static readonly LocalizedText ListInList = new("{0}: тізімнің ішінде тізім болмайды; жолдарды жазық етіңіз.", "{0}: список в списке не поддерживается; сделайте строки плоскими.", "{0}: a list inside a list is not supported; make the rows flat");
    public static readonly LocalizedText NoKey = new("{0}: кілті ({1}) жоқ; беріңіз, мысалы \"person.lastName\".", "{0}: нет ключа ({1}); дайте его, например \"person.lastName\".", "{0}: no {1}; give one such as \"person.lastName\"");
    public static readonly LocalizedText TypedFact = new("{0}: терілген мәтінде адамның аты болуы мүмкін, ол факт бола алмайды; properties.fact дегенді алып тастаңыз не таңдау, күн, сан қолданыңыз.", "{0}: в набранном тексте может быть имя, он не может быть фактом; уберите properties.fact или возьмите выбор, дату или число.", "{0}: a typed text may name a person and cannot be a fact; remove properties.fact or use a choice, a date or a number");
    public static readonly LocalizedText NotForVault = new("{0}: «{1}» қорғалған қоймада сақталмайды; тізімнен тыс жерде былай бастаңыз: {2}.", "{0}: «{1}» не может быть значением хранилища; вне списков начните его с {2}.", "{0}: \"{1}\" cannot be a value of the vault; outside lists, start it with {2}");
    public static readonly LocalizedText WrongSource = new("{0}: properties.source – «{1}»; белгілеу тізімінде «{2}», жолдар тізімінде «{3}» болады, басқаларда болмайды.", "{0}: properties.source – «{1}»; у списка с отметками может быть «{2}», у списка строк «{3}», у других ничего.", "{0}: properties.source is \"{1}\"; a checklist may have \"{2}\", a list \"{3}\", others none");
    public static readonly LocalizedText WrongSubtype = new("{0}: «{1}» түршесі қолданылмайды; date не datetime алыңыз.", "{0}: подтип «{1}» не поддерживается; возьмите date или datetime.", "{0}: subtype \"{1}\" is not supported; use date or datetime");
    public static readonly LocalizedText NoWords = new("{0}: {1} тіліндегі мәтін жоқ.", "{0}: нет текста на языке {1}.", "{0} has no {1} words");
    public static readonly LocalizedText NoValues = new("{0}: \"values\" керек: әр жауаптың өз мәні мен атауы болуы тиіс.", "{0}: нужны \"values\", у каждого ответа своё непустое значение и название.", "{0}: needs \"values\", each with its own non-empty value and a label");
    public static readonly LocalizedText WrongPattern = new("{0}: validate.pattern қолданылмайды: {1}", "{0}: validate.pattern нельзя применить: {1}", "{0}: validate.pattern cannot be used: {1}");
    public static readonly LocalizedText NoNumber = new("{0}: {1} – «{2}», сан болуы керек.", "{0}: {1} – «{2}», нужно число.", "{0}: {1} is \"{2}\", expected a number");
    public static readonly LocalizedText KeyTwice = new("{0} кілті {1} екі рет тұр; екінші жауап біріншісін өшіріп кетер еді.", "Ключ {0} стоит в {1} дважды; второй ответ затёр бы первый.", "key {0} is used twice in {1}; the second answer would overwrite the first");
    public static readonly LocalizedText NoSuchAnswer = new("{0} компоненті: шарт {1} дегенді сұрайды, бірақ нысанның ешбір компоненті оған жауап бермейді.", "Компонент {0}: условие спрашивает {1}, на что ни один компонент формы не отвечает.", "component {0}: the condition asks for {1}, which no component of the form answers");
    public static readonly LocalizedText FileName = new("{0}.json: белгісі – «{1}»; файлды {1}.json деп атаңыз не белгіні өзгертіңіз.", "{0}.json: его id – «{1}»; назовите файл {1}.json или измените id.", "{0}.json: its id is \"{1}\"; name the file {1}.json or change the id");
    public static readonly LocalizedText AtMostCharacters = new("көп дегенде {0} таңба", "не больше {0} знаков", "at most {0} characters");
    public static readonly LocalizedText AtMostParentheses = new("көп дегенде {0} деңгей жақша", "не больше {0} уровней скобок", "at most {0} levels of parentheses");
    public static readonly LocalizedText AndOrEnd = new("and, or не шарттың соңы", "and, or или конец условия", "and, or, or the end of the condition");
    public static readonly LocalizedText CommaOr = new("үтір не {0}", "запятая или {0}", "a comma or {0}");
    public static readonly LocalizedText AfterNot = new("not сөзінен кейін (", "( после not", "( after not");
    public static readonly LocalizedText AnyValue = new("атау, тырнақшадағы мәтін, сан, true, false, null, not(…) не (", "имя, текст в кавычках, число, true, false, null, not(…) или (", "a name, a text in quotation marks, a number, true, false, null, not(…) or (");
    public static readonly LocalizedText ClosingMark = new("жабылатын тырнақша", "закрывающая кавычка", "a closing quotation mark");
    public static readonly LocalizedText NumberLike = new("18 не 1.5 сияқты сан", "число, например 18 или 1.5", "a number such as 18 or 1.5");
    public static readonly LocalizedText ValueBefore = new("бұл сөздің алдында мән", "значение перед этим словом", "a value before this word");
    public static readonly LocalizedText NoFunction = new("not(…) дегеннен басқа функция болмауы", "никаких функций, кроме not(…)", "no function call but not(…)");
    public static readonly LocalizedText Condition = new(
        "«{0}» шарты {1}-таңбада оқылмайды: {2} керек. Түсінікті: атаулар, \"мәтін\", сандар, true, false, null; = != < <= > >=; and, or, not(…); in (a, b), in [a, b], in атау; жақшалар.",
        "Условие «{0}» не читается на знаке {1}: нужно {2}. Понятны: имена, \"текст\", числа, true, false, null; = != < <= > >=; and, or, not(…); in (a, b), in [a, b], in имя; скобки.",
        "Condition \"{0}\" cannot be read at character {1}: expected {2}. Understood: names, \"text\", numbers, true, false, null; = != < <= > >=; and, or, not(…); in (a, b), in [a, b], in name; parentheses.");
}
