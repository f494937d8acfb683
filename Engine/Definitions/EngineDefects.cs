namespace Pana.Engine;

/// <summary>What may be wrong with any definition.</summary>
public static class EngineDefects
{
    public static readonly DefectKind TooLong = new(
        nameof(TooLong),
        "The definition has {0} characters, more than the limit of {1}.",
        "Split the workflow and let one part execute the other.");

    public static readonly DefectKind NotJson = new(
        nameof(NotJson),
        "The text is not JSON, or nested deeper than {0} levels: {1}",
        "Send the definition as the designer exports it.");

    public static readonly DefectKind NotAnObject = new(
        nameof(NotAnObject),
        "Expected a JSON object, got something else.",
        "Send the definition as the designer exports it.");

    public static readonly DefectKind NoRoot = new(
        nameof(NoRoot),
        "Expected the activity at the top, got nothing.",
        "Add a root, usually an Elsa.Flowchart.");

    public static readonly DefectKind NotText = new(
        nameof(NotText),
        "Expected a text.",
        "Write the id, for example \"admission\", or leave it out.");

    public static readonly DefectKind BadVersion = new(
        nameof(BadVersion),
        "Expected a whole number from 1.",
        "Write 1, or leave it out.");

    public static readonly DefectKind NotAList = new(
        nameof(NotAList),
        "Expected a list.",
        "Write [] when there is none.");

    public static readonly DefectKind NoName = new(
        nameof(NoName),
        "Expected a name, got none.",
        "Give it a name.");

    public static readonly DefectKind NameTwice = new(
        nameof(NameTwice),
        "The name '{0}' is used twice.",
        "Rename one of them.");

    public static readonly DefectKind IdTwice = new(
        nameof(IdTwice),
        "The id '{0}' is used twice.",
        "Give each variable an id of its own.");

    public static readonly DefectKind NoTypeName = new(
        nameof(NoTypeName),
        "Expected the name of a type.",
        "Write for example \"String\".");

    public static readonly DefectKind BadInitialValue = new(
        nameof(BadInitialValue),
        "The initial value of variable '{0}' is not {1}.",
        "Write a value of type {1}, or none.");

    public static readonly DefectKind TooManySteps = new(
        nameof(TooManySteps),
        "The definition has {0} activities, more than the limit of {1}.",
        "Split the workflow and let one part execute the other.");

    public static readonly DefectKind NoId = new(
        nameof(NoId),
        "Expected an id, got none.",
        "Give the activity an id, unique in its container.");

    public static readonly DefectKind StepIdTwice = new(
        nameof(StepIdTwice),
        "The id '{0}' is used twice in the same container.",
        "Give one of the activities another id.");

    public static readonly DefectKind NoType = new(
        nameof(NoType),
        "Expected the name of an activity type, got none.",
        "Write for example \"Elsa.WriteLine\".");

    public static readonly DefectKind UnknownType = new(
        nameof(UnknownType),
        "Activity type '{0}' is not known here.",
        "Use one of the known types{1}, or install the module that has it.");

    public static readonly DefectKind InputMissing = new(
        nameof(InputMissing),
        "Input '{0}' is required, got nothing.",
        "Give it a value or an expression.");

    public static readonly DefectKind InputEmpty = new(
        nameof(InputEmpty),
        "Input '{0}' is required, got an empty {1}.",
        "Give it a value or an expression.");

    public static readonly DefectKind CasesNotAList = new(
        nameof(CasesNotAList),
        "Expected a list of cases.",
        "Write [] when there is none.");

    public static readonly DefectKind NoLabel = new(
        nameof(NoLabel),
        "Expected a label, got none.",
        "Give the case a label; in a flowchart it names the port.");

    public static readonly DefectKind LabelTwice = new(
        nameof(LabelTwice),
        "The label '{0}' is used twice.",
        "Rename one of the cases.");

    public static readonly DefectKind NoVariable = new(
        nameof(NoVariable),
        "Expected a variable, got none.",
        "Choose a variable of the workflow.");

    public static readonly DefectKind UnknownVariable = new(
        nameof(UnknownVariable),
        "Variable '{0}' is not declared.",
        "Declare it in the workflow's variables, or choose another.");

    public static readonly DefectKind UnknownExpression = new(
        nameof(UnknownExpression),
        "Expression type '{0}' does not exist.",
        "Use one of {1}.");

    public static readonly DefectKind BadExpression = new(
        nameof(BadExpression),
        "The {0} expression is defective. {1}",
        "Correct the expression.");

    public static readonly DefectKind UnknownInput = new(
        nameof(UnknownInput),
        "The workflow has no input '{0}'.",
        "Declare the input, or choose another.");

    public static readonly DefectKind BadCron = new(
        nameof(BadCron),
        "'{0}' is no cron expression: {1}",
        "Write five fields, for example '0 9 * * 1-5'.");

    public static readonly DefectKind BadConstant = new(
        nameof(BadConstant),
        "Expected {0}, got {1} that is none.",
        "Write a value of type {0}{2}.");

    public static readonly DefectKind UnboundOutput = new(
        nameof(UnboundOutput),
        "Output '{0}' is bound to '{1}', which is neither a variable nor an output of the workflow.",
        "Declare it, or bind the output to another.");

    public static readonly DefectKind StepsNotAList = new(
        nameof(StepsNotAList),
        "Expected a list of activities.",
        "Write [] when there is none.");

    public static readonly DefectKind StartUnknown = new(
        nameof(StartUnknown),
        "The start '{0}' is not an activity of this flowchart.",
        "Choose one of its activities, or remove the start.");

    public static readonly DefectKind NoStart = new(
        nameof(NoStart),
        "The flowchart has no start: every activity comes after another one.",
        "Add an Elsa.Start, or choose the activity to begin with.");

    public static readonly DefectKind Unreachable = new(
        nameof(Unreachable),
        "'{0}' can never be reached from the start.",
        "Connect it with a step before it, or remove it.");

    public static readonly DefectKind ConnectionsNotAList = new(
        nameof(ConnectionsNotAList),
        "Expected a list of connections.",
        "Write [] when there is none.");

    public static readonly DefectKind NotAConnection = new(
        nameof(NotAConnection),
        "Expected a connection.",
        "Write source and target.");

    public static readonly DefectKind ConnectedTwice = new(
        nameof(ConnectedTwice),
        "'{0}' is connected with '{1}' through '{2}' twice.",
        "Remove one of the connections.");

    public static readonly DefectKind EndMissing = new(
        nameof(EndMissing),
        "Expected the id of an activity, got none.",
        "Connect activities that exist, or remove the connection.");

    public static readonly DefectKind EndUnknown = new(
        nameof(EndUnknown),
        "There is no activity '{0}' in this flowchart.",
        "Connect activities that exist, or remove the connection.");

    public static readonly DefectKind UnknownOutcome = new(
        nameof(UnknownOutcome),
        "'{0}' has no outcome '{1}', so the connection would never be followed.",
        "Use one of {2}.");

    public static readonly DefectKind BadLoop = new(
        nameof(BadLoop),
        "The connection leads from '{0}' back to '{1}', but a path from the start reaches '{0}' without passing through '{1}'.",
        "Let every path enter the loop at '{1}'.");

    public static readonly DefectKind UsedMissing = new(
        nameof(UsedMissing),
        "The step runs version {1} of the workflow '{0}', which is not published here. Published versions: {2}.",
        "Choose a version that is there in the step's tab 'Version', or draw the step anew.");

    public static readonly DefectKind UsedNotUsable = new(
        nameof(UsedNotUsable),
        "Version {1} of the workflow '{0}' is not marked as usable as an activity.",
        "Mark it so in its settings and publish it, or run it by Elsa.ExecuteWorkflow.");

    public static readonly DefectKind UsesItself = new(
        nameof(UsesItself),
        "The workflow would be a step of itself: {0}.",
        "Remove the step.");

    public static readonly DefectKind UsableWithoutName = new(
        nameof(UsableWithoutName),
        "A workflow that is usable as an activity is offered by its name, and this one has none with a letter in it.",
        "Give it a name.");

    public static readonly DefectKind UsableNameTaken = new(
        nameof(UsableNameTaken),
        "As a step, '{0}' would be named like the workflow '{1}' ({2}), which is offered as an activity already.",
        "Give this workflow another name.");

    public static readonly DefectKind ReservedArgument = new(
        nameof(ReservedArgument),
        "'{0}' cannot be an input or output of a workflow that is usable as an activity: every step has something of this name.",
        "Rename it.");

    public static readonly DefectKind ArgumentsAlike = new(
        nameof(ArgumentsAlike),
        "As a step, the workflow could not tell '{0}' from '{1}': inputs and outputs differ by more than capital letters and spaces.",
        "Rename one of them.");

    public static readonly DefectKind ConsumerRefused = new(
        nameof(ConsumerRefused),
        "The workflow '{0}' has this one as a step and is updated with it, but could not be published with the new version.",
        "Mend the defects below, or switch off the updating of workflows that refer to this one.");
}
