namespace Pana.Cases;

/// <summary>Why limits, calendars, staffing norms and documents cannot be published, and how to mend it, in three languages.</summary>
internal static class ContentMessages
{
    public static readonly LocalizedText LimitsMissing = new("Мерзімдер мен баптаулар жоқ.", "Нет сроков и настроек.", "the limits and the settings are missing");
    public static readonly LocalizedText LimitTwice = new("Бұл белгі екі мерзімде бар.", "Этот код есть у двух сроков.", "two limits have this id");
    public static readonly LocalizedText NotOneOf = new("{0} – мыналардың бірі емес: {1}.", "{0} – не одно из: {1}.", "{0} is not one of {1}");
    public static readonly LocalizedText OtherKind = new("{0} мәнінің түрі {1} сияқты емес.", "{0} – значение не того вида, что {1}.", "{0} is not of the kind of {1}");
    public static readonly LocalizedText NotBetween = new("{0} – {1} мен {2} аралығында емес.", "{0} – не между {1} и {2}.", "{0} is not between {1} and {2}");
    public static readonly LocalizedText LimitUnit = new("Өлшем бірлігі – жұмыс күні, күнтізбелік күн, ай не тоқсан.", "Единица – рабочий день, календарный день, месяц или квартал.", "the unit is a working day, a calendar day, a month or a quarter");
    public static readonly LocalizedText LimitEvents = new("Мерзімді кемінде бір оқиға бастап, кемінде бір оқиға орындауы керек.", "Срок начинает хотя бы одно событие, и хотя бы одно его исполняет.", "at least one event starts it and at least one meets it");
    public static readonly LocalizedText NoCaseEvent = new("«{0}» деген оқиға жоқ.", "События «{0}» нет.", "\"{0}\" is not a case event");
    public static readonly LocalizedText NameIt = new("Атауын қазақша, орысша және ағылшынша жазыңыз.", "Назовите по-казахски, по-русски и по-английски.", "name it in Kazakh, Russian and English");
    public static readonly LocalizedText NameParagraph = new("Стандарттың тармағын көрсетіңіз.", "Укажите пункт Стандарта.", "name the paragraph of the Standard");
    public static readonly LocalizedText RangeBounds = new("Күніне {0}–{1} сағат – шек бола алмайды: 1 ≤ басы ≤ соңы ≤ {2}.", "{0}–{1} часов в день – не границы: 1 ≤ от ≤ до ≤ {2}.", "{0} to {1} hours a day are not bounds: 1 ≤ from ≤ to ≤ {2}");
    public static readonly LocalizedText LimitsFrom = new("Мерзімдер қай күнгі өтініштен бастап қолданылатынын жазыңыз.", "Укажите, с какого дня заявления действуют сроки.", "say from which day of application the limits hold");
    public static readonly LocalizedText LimitsTooEarly = new("{0} – тым ерте: {1} күнінен бастап болады.", "{0} – слишком рано: можно с {1}.", "{0} is too early: from {1} on");
    public static readonly LocalizedText LimitLeftOut = new("Стандарттың мерзімін алып тастауға болмайды: жүріп жатқан мерзімдер мен қадамдар соған сүйенеді.", "Срок Стандарта нельзя убрать: на него ссылаются идущие сроки и шаги.", "a limit of the Standard cannot be left out: running clocks and steps name it");

    public static readonly LocalizedText PostNeeded = new("Кемінде бір лауазым керек.", "Нужна хотя бы одна должность.", "at least one post is needed");
    public static readonly LocalizedText PostTwice = new("Бұл лауазым екі жолда тұр.", "Эта должность стоит в двух строках.", "two rows have this post");
    public static readonly LocalizedText NumberTwice = new("Бұл нөмір екі жолда тұр.", "Этот номер стоит в двух строках.", "two rows have this number");
    public static readonly LocalizedText PostCode = new("«{0}» лауазымның коды бола алмайды: 1–32 кіші латын әрпі, цифр мен сызықша жазыңыз, мысалы social-worker; {1} бос емес.", "«{0}» – не код должности: нужны 1–32 строчные латинские буквы, цифры и дефисы, например social-worker; {1} занят.", "\"{0}\" is no code of a post: use 1 to 32 small letters, digits and hyphens, for example social-worker; {1} is taken");
    public static readonly LocalizedText RowNumber = new("{0} – жол нөмірі емес: жолдар 1-ден саналады.", "{0} – не номер строки: строки считают с 1.", "{0} is no number of a row: rows are counted from 1");
    public static readonly LocalizedText NamePost = new("Лауазымды қазақша, орысша және ағылшынша атаңыз.", "Назовите должность по-казахски, по-русски и по-английски.", "name the post in Kazakh, Russian and English");
    public static readonly LocalizedText UnitPer = new("«{1}» бойынша {0} адамға бір бірлік: бала не оқу тобы үшін 1–{2} болуы керек.", "Одна единица на {0} («{1}»): нужно от 1 до {2} детей или учебных групп.", "one unit for {0} of \"{1}\": expected 1 to {2} of child or studyGroup");
    public static readonly LocalizedText WordNorm = new("Нормативті қазақша, орысша және ағылшынша жазыңыз.", "Напишите норматив по-казахски, по-русски и по-английски.", "word the norm in Kazakh, Russian and English");
    public static readonly LocalizedText UnitsMissing = new("20 алушыға дейінгі және 21–50 алушыға арналған бірліктерді не неше балаға (оқу тобына) бір бірлік екенін жазыңыз.", "Укажите единицы до 20 и на 21–50 получателей либо одну единицу на столько-то детей или учебных групп.", "give the units for up to 20 and for 21 to 50 recipients, or one unit for so many children or study groups");
    public static readonly LocalizedText UnitsBounds = new("{0} бірлік: 0–{1} аралығында, үтірден кейін көп дегенде екі таңба болуы керек.", "{0} единиц: нужно от 0 до {1}, не больше двух знаков после запятой.", "{0} units: expected 0 to {1} with two decimals at most");

    public static readonly LocalizedText ActNeeded = new("Болжам емес кемінде бір құжат керек.", "Нужен хотя бы один акт, который не прогноз.", "at least one act that is not a projection is needed");
    public static readonly LocalizedText ActTwice = new("Бұл белгі екі құжатта бар.", "Этот код есть у двух актов.", "two acts have this id");
    public static readonly LocalizedText HolidayTwice = new("Бұл белгі екі мерекеде бар.", "Этот код есть у двух праздников.", "two holidays have this id");
    public static readonly LocalizedText HolidayEndsTwice = new("Бұл мерекені екі құжат тоқтатады.", "Этот праздник отменяют два акта.", "two acts end this holiday");
    public static readonly LocalizedText MovedTwice = new("{0} екі рет ауыстырылған.", "{0} перенесён дважды.", "{0} is moved twice");
    public static readonly LocalizedText ActWithoutId = new("Құжаттың белгісі жоқ; күнін жазыңыз, мысалы 2026-03-18.", "У акта нет кода; возьмите его дату, например 2026-03-18.", "the act has no id; use its date, such as 2026-03-18");
    public static readonly LocalizedText NameAct = new("Құжатты қазақша, орысша және ағылшынша атаңыз.", "Назовите акт по-казахски, по-русски и по-английски.", "name the act in Kazakh, Russian and English");
    public static readonly LocalizedText TransferWeekdays = new("{0} ↔ {1}: жұмыс күні демалыс болып, оның орнына сенбі не жексенбі жұмыс күні болады.", "{0} ↔ {1}: будний день становится выходным, а суббота или воскресенье – рабочим вместо него.", "{0} ↔ {1}: a weekday becomes off and a Saturday or Sunday is worked for it");
    public static readonly LocalizedText TransferTooFar = new("{0} ↔ {1} арасы бір жылдан асады.", "Между {0} и {1} больше года.", "{0} ↔ {1} are more than a year apart");
    public static readonly LocalizedText HolidayDay = new("{0} мерекесі: {1}.{2} – әр жылда бар күн емес.", "Праздник {0}: {1}.{2} – не день каждого года.", "holiday {0}: {1}.{2} is not a day of every year");
    public static readonly LocalizedText NameHolidays = new("Әр мерекені қазақша, орысша және ағылшынша атаңыз.", "Назовите каждый праздник по-казахски, по-русски и по-английски.", "name every holiday in Kazakh, Russian and English");
    public static readonly LocalizedText HolidayEnd = new("{0} мерекесінің соңғы күні жоқ.", "Нет последнего дня праздника {0}.", "the last day of the holiday {0} is missing");
    public static readonly LocalizedText HolidayUnknown = new("{0} мерекесін тоқтатады, бірақ оны ешбір құжат енгізбеген.", "Отменяет праздник {0}, которого ни один акт не вводил.", "it ends the holiday {0}, which no act has begun");

    public static readonly LocalizedText FormId = new("Нысанның белгісі – «{0}»; «{1}» болып қалуы керек.", "Код формы – «{0}»; должен остаться «{1}».", "the form's id is \"{0}\"; it must stay \"{1}\"");
    public static readonly LocalizedText DocumentKind = new("Құжаттың түрі – «{0}»; «{1}» болып қалуы керек.", "Вид документа – «{0}»; должен остаться «{1}».", "the document's kind is \"{0}\"; it must stay \"{1}\"");
    public static readonly LocalizedText NoTemplate = new("Бұл тілде үлгі жоқ.", "На этом языке нет шаблона.", "there is no template in this language");
    public static readonly LocalizedText NoPlaceToSign = new("{0} тобы қол қоятын орын жоқ; мынаны жазыңыз: {1}", "Нет места для подписи группы {0}; напишите {1}", "there is no place for the signer group {0}; write {1}");
    public static readonly LocalizedText NoSuchField = new("Құжатта {0} деген өріс жоқ; өрістер тізімінен таңдаңыз.", "В документе нет поля {0}; выберите из списка полей.", "the document has no field {0}; choose one of its list of fields");
    public static readonly LocalizedText TemplateUnreadable = new("Үлгі оқылмайды: {0}", "Шаблон не читается: {0}", "the template cannot be read: {0}");
    public static readonly LocalizedText TemplateUnfilled = new("Үлгі толтырылмайды: {0}", "Шаблон не заполняется: {0}", "the template cannot be filled: {0}");
    public static readonly LocalizedText PaperTooLong = new("Толтырылған құжатта {0} таңба бар; көп дегенде {1} болады.", "В заполненном документе {0} знаков; можно не больше {1}.", "the filled paper has {0} characters; at most {1} are allowed.");
    public static readonly LocalizedText RawFilter = new("«raw» сүзгісі терілген мәтінді HTML ретінде басар еді; алып тастаңыз.", "Фильтр «raw» напечатал бы набранное как HTML; уберите его.", "the filter \"raw\" would print typed text as HTML; leave it out");
    public static readonly LocalizedText NoTagHere = new("Мұнда «<» тегті бастап тұрған жоқ; таңбаның өзі үшін &lt; жазыңыз, түсіндірме (<!-- -->) қоспаңыз.", "Здесь «<» не начинает тег; для самого знака напишите &lt;, без комментариев (<!-- -->).", "\"<\" begins no tag here; write &lt; for the sign itself, and no comments");
    public static readonly LocalizedText TagNotAllowed = new("<{0}> тегіне рұқсат жоқ; мыналарды қолданыңыз: {1}.", "Тег <{0}> не разрешён; можно {1}.", "the tag <{0}> is not allowed; use {1}");
    public static readonly LocalizedText AttributeNotAllowed = new("{0} атрибутына рұқсат жоқ; мыналарды қолданыңыз: {1}.", "Атрибут {0} не разрешён; можно {1}.", "the attribute {0} is not allowed; use {1}");
    public static readonly LocalizedText TagUnreadable = new("<{0}> оқылмайды; атрибутты name=\"value\" түрінде жазыңыз.", "<{0}> не читается; пишите атрибуты как name=\"value\".", "<{0}> cannot be read; write attributes as name=\"value\"");
}
