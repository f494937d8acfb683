using System.Text.RegularExpressions;
using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>
/// The engine never holds a person: no expression may name a protected answer, and what an expression reads from the
/// facts of a task must be a fact which that task keeps.
/// </summary>
internal sealed partial class ProtectedFieldCheck(FormCatalog forms) : IDefinitionCheck
{
    public IEnumerable<DefinitionDefect> Check(WorkflowDefinition definition)
    {
        var protectedKeys = forms.All.SelectMany(form => form.All())
            .Where(component => component.HasAnswer && !component.IsFact && FormKeys.IsVaultKey(component.Key))
            .Select(component => component.Key)
            .ToHashSet(StringComparer.Ordinal);
        var tasks = definition.Activities.Where(step => step.Type == "Pana.UserTask").ToList();
        foreach (var step in definition.Activities)
        {
            foreach (var (member, source) in Expressions(step))
            {
                foreach (var key in protectedKeys.Where(key => Names(source, key)))
                {
                    yield return step.Defect(member, StepDefects.NamesPerson, key);
                }

                foreach (var defect in ReadFacts(definition, tasks, step, member, source))
                {
                    yield return defect;
                }
            }
        }
    }

    private IEnumerable<DefinitionDefect> ReadFacts(
        WorkflowDefinition definition, List<DefinitionActivity> tasks, DefinitionActivity step, string member, string source)
    {
        foreach (Match read in VariableMember().Matches(source))
        {
            var variable = definition.Variables.FirstOrDefault(one => one.Name == read.Groups["variable"].Value);
            var key = read.Groups["key"].Value;
            var givers = tasks.Where(task => variable is not null && FactsTarget(task) == variable.Id).ToList();
            if (givers.Count == 0 || givers.Any(task => task.Texts("KeepFacts").Contains(key)))
            {
                continue;
            }

            var form = givers.Select(task => task.Text("Form") ?? "").FirstOrDefault(forms.Contains);
            var isProtected = form is not null && forms.Get(form).Find(key) is { IsFact: false };
            yield return isProtected
                ? step.Defect(member, StepDefects.ProtectedFact, key, form!)
                : step.Defect(member, StepDefects.FactNotGiven, key, variable!.Name, givers[0].Id);
        }
    }

    private static string? FactsTarget(DefinitionActivity task) => task.Json["facts"]?["memoryReference"]?["id"]?.ToString();

    private static IEnumerable<(string Member, string Source)> Expressions(DefinitionActivity step)
    {
        foreach (var (member, value) in step.Json)
        {
            if (member is "cases" && value is System.Text.Json.Nodes.JsonArray cases)
            {
                foreach (var one in cases)
                {
                    yield return (member, one?["condition"]?["value"]?.ToString() ?? "");
                }
            }
            else if (value is System.Text.Json.Nodes.JsonObject wrapper && wrapper["expression"] is System.Text.Json.Nodes.JsonObject expression)
            {
                yield return (member, expression["value"]?.ToString() ?? "");
            }
        }
    }

    private static bool Names(string source, string key)
    {
        var at = source.IndexOf(key, StringComparison.Ordinal);
        return at >= 0 && (at + key.Length == source.Length || !char.IsLetterOrDigit(source[at + key.Length]));
    }

    [GeneratedRegex("""(?:getVariable\(["'](?<variable>\w+)["']\)|\bget(?<variable>\w+)\(\)|\b[vV]ariables\.(?<variable>\w+))\??\.(?<key>\w+)""")]
    private static partial Regex VariableMember();
}
