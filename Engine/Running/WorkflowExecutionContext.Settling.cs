using System.Text.Json.Nodes;

namespace Pana.Engine;

public sealed partial class WorkflowExecutionContext
{
    private async ValueTask CancelChildrenAsync(ActivityExecutionContext context)
    {
        for (var i = context.Children.Count - 1; i >= 0; i--)
        {
            // A hook may have taken others away.
            if (i < context.Children.Count)
            {
                await CancelAsync(context.Children[i]).ConfigureAwait(false);
            }
        }

        context.PendingChildren = 0;
    }

    private void RemoveBookmarks(ActivityExecutionContext context)
    {
        foreach (var id in context.BookmarkIds)
        {
            Burst.RemoveBookmark(id);
        }

        context.BookmarkIds.Clear();
    }

    private void End(WorkflowSubStatus subStatus)
    {
        if (Status == WorkflowStatus.Finished)
        {
            return;
        }

        Queue.Clear();
        Root = null;
        SubStatus = subStatus;
        Burst.InstanceEnded(this);
    }

    /// <summary>Nothing is scheduled any more: the instance waits for something, or it would wait for ever.</summary>
    private void Rest()
    {
        if (Status == WorkflowStatus.Finished)
        {
            return;
        }

        SubStatus = WorkflowSubStatus.Suspended;
        if (Root is { } root && FindStuck(root) is { } stuck)
        {
            throw new ActivityFailedException(stuck, new InvalidOperationException(
                $"Activity '{stuck.Activity.Id}' ({stuck.Activity.Type}) neither completed nor waits for anything, so nothing could ever wake it. It must call CompleteActivityAsync, create a bookmark or schedule a child."));
        }
    }

    private static ActivityExecutionContext? FindStuck(ActivityExecutionContext context)
    {
        if (context.Children.Count == 0)
        {
            return context.BookmarkIds.Count == 0 ? context : null;
        }

        foreach (var child in context.Children)
        {
            if (FindStuck(child) is { } stuck)
            {
                return stuck;
            }
        }

        return null;
    }

    private static ActivityExecutionContext? Find(ActivityExecutionContext context, string id)
    {
        if (context.Id == id)
        {
            return context;
        }

        foreach (var child in context.Children)
        {
            if (Find(child, id) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static void DeclareVariables(ActivityExecutionContext context, IReadOnlyDictionary<string, object?>? given)
    {
        var declared = context.Activity.Node.Variables;
        if (declared.Count == 0 && given is null)
        {
            return;
        }

        context.Variables = [];
        foreach (var variable in declared)
        {
            context.Variables[variable.Id] = VariableValues.Initial(variable);
        }

        foreach (var (name, value) in given ?? EmptyInput.Instance)
        {
            context.Variables[name] = PlainData.From(value);
        }
    }
}
