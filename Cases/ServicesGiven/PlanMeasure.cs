namespace Pana.Cases;

/// <summary>One measure of an approved individual plan (appendix 1). It is personal: show it only to those who may open the case.</summary>
/// <param name="Mark">Names the measure without saying it: the same words in a corrected plan keep their mark.</param>
/// <param name="Kind">Kind of service, <c>s1</c>–<c>s8</c>.</param>
/// <param name="Words">What is to be done.</param>
/// <param name="Volume">How much and how often.</param>
/// <param name="Specialist">Who prescribed it.</param>
/// <param name="Performer">Whose work it is.</param>
/// <param name="Due">Until when.</param>
public sealed record PlanMeasure(string Mark, string Kind, string Words, string Volume, string Specialist, Role Performer, DateOnly? Due);
