using Pana.Engine;

namespace Pana.Activities;

/// <summary>What may be wrong with a step of the procedure.</summary>
internal static class StepDefects
{
    public static readonly DefectKind NoSuchEvent = new(
        nameof(NoSuchEvent),
        "'{0}' is not a case event.",
        "Choose one that exists, such as {1}. There are {2} more.");

    public static readonly DefectKind NoSuchPaper = new(
        nameof(NoSuchPaper),
        "There is no paper '{0}'.",
        "Choose one that exists, such as {1}. There are {2} more.");

    public static readonly DefectKind NoSuchLanguage = new(
        nameof(NoSuchLanguage),
        "The paper '{0}' has no template in '{1}'.",
        "Choose from: {2}.");

    public static readonly DefectKind NoSuchSigner = new(
        nameof(NoSuchSigner),
        "'{0}' does not sign the paper '{1}'.",
        "Choose from: {2}.");

    public static readonly DefectKind NoPaper = new(
        nameof(NoPaper),
        "The step names no paper.",
        "Choose from: {0}.");

    public static readonly DefectKind NoParagraph = new(
        nameof(NoParagraph),
        "The step names no paragraph of the Standard.",
        "Add the numbers of the paragraphs that demand it, for example 28.");

    public static readonly DefectKind NoSuchParagraph = new(
        nameof(NoSuchParagraph),
        "'{0}' is not a paragraph of the Standard.",
        "Use a number such as 28, or an item such as p28.1.");

    public static readonly DefectKind NamesPerson = new(
        nameof(NamesPerson),
        "The expression names '{0}', which is personal and lives in the vault only.",
        "Route by facts; show personal data on a form or a paper.");

    public static readonly DefectKind ProtectedFact = new(
        nameof(ProtectedFact),
        "'{0}' of the form '{1}' is protected and must not enter a workflow.",
        "Route by a fact of the form.");

    public static readonly DefectKind FactNotGiven = new(
        nameof(FactNotGiven),
        "No task gives '{0}' to the variable '{1}'.",
        "Add '{0}' to the kept facts of step '{2}'.");

    public static readonly DefectKind ComputedForm = new(
        nameof(ComputedForm),
        "The form is computed when the step runs, so it cannot be checked.",
        "Choose one form; draw a decision and two tasks when two forms are needed.");

    public static readonly DefectKind NoSuchForm = new(
        nameof(NoSuchForm),
        "There is no form '{0}'.",
        "Choose one that exists, such as {1}. There are {2} more.");

    public static readonly DefectKind NoSuchButton = new(
        nameof(NoSuchButton),
        "Outcome '{0}' is not a button of the form '{1}'.",
        "Use the form's outcomes: {2}.");

    public static readonly DefectKind ButtonUnused = new(
        nameof(ButtonUnused),
        "The form '{0}' has the button '{1}', and the step has no such outcome.",
        "Add '{1}' to the outcomes and connect it.");

    public static readonly DefectKind NoSuchAnswer = new(
        nameof(NoSuchAnswer),
        "The form '{0}' has no answer '{1}'.",
        "Facts of the form: {2}.");

    public static readonly DefectKind ProtectedAnswer = new(
        nameof(ProtectedAnswer),
        "'{0}' of the form '{1}' is protected and must not enter a workflow variable.",
        "Keep facts only: {2}.");

    public static readonly DefectKind NoSuchParty = new(
        nameof(NoSuchParty),
        "'{0}' is not a party.",
        "Choose one of: {1}.");

    public static readonly DefectKind NoRole = new(
        nameof(NoRole),
        "Nobody may answer: the task names no role.",
        "Choose at least one of: {0}.");

    public static readonly DefectKind NoSuchRole = new(
        nameof(NoSuchRole),
        "'{0}' is not a role.",
        "Choose from: {1}.");

    public static readonly DefectKind RoleOfOtherParty = new(
        nameof(RoleOfOtherParty),
        "The role '{0}' belongs to the party '{1}', the task is for '{2}'.",
        "Change the role or the party: nobody could open the task.");

    public static readonly DefectKind NoObligation = new(
        nameof(NoObligation),
        "The step names no limit to watch.",
        "Choose one of: {0}.");

    public static readonly DefectKind NoSuchObligation = new(
        nameof(NoSuchObligation),
        "There is no obligation '{0}'.",
        "Choose one that exists, such as {1}, or leave it empty. There are {2} more.");
}
