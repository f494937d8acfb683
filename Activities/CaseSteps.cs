using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pana.Cases;
using Pana.Engine;

namespace Pana.Activities;

/// <summary>What every step of the procedure asks of its context: the case it runs for, that case's papers and parties.</summary>
internal static class CaseSteps
{
    /// <summary>The case of the running instance; its id is the instance's correlation id.</summary>
    public static async Task<Case> LoadCaseAsync(this ActivityExecutionContext context)
    {
        var correlation = context.WorkflowExecutionContext.CorrelationId;
        if (!Guid.TryParseExact(correlation, "N", out var id))
        {
            throw new InvalidOperationException(
                $"Step '{context.Activity.Id}' runs for a case, but the correlation id of its instance is '{correlation ?? "none"}'. "
                + "Start the workflow with the id of a case (32 hexadecimal digits), or pass {{ CorrelationId }} on when one workflow calls another.");
        }

        var db = context.GetRequiredService<CaseDb>();
        return await db.Cases.FindAsync([id], context.CancellationToken)
            ?? throw new InvalidOperationException($"Step '{context.Activity.Id}' runs for case {id}, which does not exist. Cancel the workflow instance.");
    }

    /// <summary>The newest papers of the kinds, those that exist; papers made earlier in the same burst included.</summary>
    public static async Task<IReadOnlyList<Paper>> NewestPapersAsync(this ActivityExecutionContext context, Case file, IReadOnlyCollection<string> kinds)
    {
        if (kinds.Count == 0)
        {
            return [];
        }

        var db = context.GetRequiredService<CaseDb>();
        var stored = await db.Papers.Where(paper => paper.CaseId == file.Id && kinds.Contains(paper.Kind)).ToListAsync(context.CancellationToken);
        return [.. stored
            .Union(db.Papers.Local.Where(paper => paper.CaseId == file.Id && kinds.Contains(paper.Kind)))
            .GroupBy(paper => paper.Kind, StringComparer.Ordinal)
            .Select(versions => versions.OrderByDescending(paper => paper.CreatedAt).ThenByDescending(paper => paper.Id).First())];
    }

    /// <summary>The newest paper of a kind; an exception that names the step to draw when there is none.</summary>
    public static async Task<Paper> NewestPaperAsync(this ActivityExecutionContext context, Case file, string kind) =>
        (await context.NewestPapersAsync(file, [kind])).SingleOrDefault()
            ?? throw new InvalidOperationException(
                $"Step '{context.Activity.Id}' needs the paper '{kind}' of case {file.Code}, and none has been made. Draw a Pana.MakePaper step before it.");

    /// <summary>The completed task of an id that a variable carries; null when the text is empty.</summary>
    public static async Task<Cases.UserTask?> FindTaskAsync(this ActivityExecutionContext context, string? taskId)
    {
        if (string.IsNullOrWhiteSpace(taskId))
        {
            return null;
        }

        var db = context.GetRequiredService<CaseDb>();
        return Guid.TryParse(taskId, out var id)
            ? await db.UserTasks.FindAsync([id], context.CancellationToken)
            : throw new InvalidOperationException($"Step '{context.Activity.Id}' expects the id of a task, got '{taskId}'. Bind it to the TaskId output of a Pana.UserTask step.");
    }

    /// <summary>The answers of that task as text by field, for a paper.</summary>
    public static async Task<FormAnswers?> AnswersOfAsync(this ActivityExecutionContext context, string? taskId) =>
        await context.FindTaskAsync(taskId) is { } task
            ? await context.GetRequiredService<TaskAnswers>().LoadAsync(task, context.CancellationToken)
            : null;

    /// <summary>Who completed the task: the one whose act a signature is.</summary>
    public static Actor SignerOf(this ActivityExecutionContext context, Cases.UserTask? task)
    {
        var current = context.GetRequiredService<CurrentActor>().Value;
        return task?.CompletedById is { } id && id != current.UserId
            ? new Actor(id, task.CompletedByName ?? "", task.Roles.Select(RoleCodes.Parse).ToHashSet(), task.OrganisationId, task.AgencyId)
            : current;
    }

    /// <summary>The agency that stands for a party in this case; null for the organisation itself.</summary>
    public static async Task<Guid?> AgencyOfAsync(this ActivityExecutionContext context, Case file, string party)
    {
        if (party == Parties.Organisation)
        {
            return null;
        }

        var db = context.GetRequiredService<CaseDb>();
        var organisation = await db.Organisations.FindAsync([file.OrganisationId], context.CancellationToken)
            ?? throw new InvalidOperationException($"Case {file.Code} belongs to organisation {file.OrganisationId}, which does not exist.");
        var agency = party switch
        {
            Parties.Authority => file.AuthorisedBodyId ?? organisation.AuthorisedBodyId,
            Parties.Police => organisation.InternalAffairsBodyId,
            _ => throw new InvalidOperationException($"'{party}' is not a party. Use one of: {string.Join(", ", Parties.All)}."),
        };
        return agency ?? throw new InvalidOperationException(
            $"Case {file.Code} needs the party '{party}', but its organisation names no such agency. Set it in the organisation's settings.");
    }

    /// <summary>Records an event and notes it in the journal.</summary>
    public static async Task<CaseEvent> RecordAsync(
        this ActivityExecutionContext context, Case file, string eventName, DateTimeOffset? occurredAt = null, JsonObject? data = null)
    {
        var recorded = await context.GetRequiredService<CaseLedger>().RecordAsync(file, eventName, occurredAt, data, context.CancellationToken);
        context.JournalData["event"] = recorded.Name;
        return recorded;
    }

    /// <summary>Makes a draft of a paper and notes it in the journal; Kazakh unless a language is given.</summary>
    public static async Task<Paper> MakePaperAsync(this ActivityExecutionContext context, Case file, string? kind, string? language, FormAnswers? answers)
    {
        var paper = await context.GetRequiredService<PaperMaker>().MakeAsync(
            file, kind ?? "", string.IsNullOrEmpty(language) ? "kk" : language, answers?.ToJson(), context.CancellationToken);
        context.JournalData["paper"] = paper.Id.ToString();
        context.JournalData["kind"] = paper.Kind;
        return paper;
    }

    /// <summary>Freezes the newest paper of a kind unless its last signature has done so.</summary>
    public static async Task<Paper> FreezeAsync(this ActivityExecutionContext context, Case file, string kind)
    {
        var paper = await context.NewestPaperAsync(file, kind);
        context.JournalData["paper"] = paper.Id.ToString();
        return paper.State == PaperState.Signed
            ? paper
            : await context.GetRequiredService<PaperMaker>().FreezeAsync(paper, context.CancellationToken);
    }

    /// <summary>Signs the newest paper of a kind for its own staff: the first group of signers that is not the recipient.</summary>
    public static async Task SignForStaffAsync(this ActivityExecutionContext context, Case file, string kind, Cases.UserTask? task)
    {
        var paper = await context.NewestPaperAsync(file, kind);
        var group = context.GetRequiredService<PaperTemplates>().Kind(kind).Signers.FirstOrDefault(signer => !signer.Person);
        if (group is not null && paper.State == PaperState.Draft)
        {
            await context.SignAsync(paper, group.Group, task, null);
        }
    }

    /// <summary>Signs a paper for a group as the one who completed the task, with what the task's form says of a dissent and of the signer's position.</summary>
    public static async Task SignAsync(this ActivityExecutionContext context, Paper paper, string group, Cases.UserTask? task, string? dissentField)
    {
        var answers = await context.AnswersOfAsync(task?.Id.ToString());
        await context.GetRequiredService<PaperMaker>().SignAsync(
            paper,
            group,
            context.SignerOf(task),
            dissentField is null ? null : answers?.Text(dissentField),
            answers?.Text("signerPosition"),
            context.CancellationToken);
        context.JournalData["paper"] = paper.Id.ToString();
    }
}
