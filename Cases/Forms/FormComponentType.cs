namespace Pana.Cases;

/// <summary>The form-js component types a Pana form may use; the loader refuses any other.</summary>
public enum FormComponentType
{
    TextField,
    TextArea,
    Number,
    DateTime,
    Checkbox,
    Radio,
    Select,
    Checklist,
    DynamicList,
    Group,
    Text,
    Separator,
    Button,
}
