namespace Pana.Portal.Wording;

/// <summary>How near a time limit is; the order is the order of the inbox.</summary>
internal enum Urgency
{
    Late,
    Today,
    Week,
    Later,
    Undated,
}
