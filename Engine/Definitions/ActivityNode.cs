namespace Pana.Engine;

/// <summary>Where an activity stands in its compiled definition, with everything found out about it once.</summary>
internal sealed class ActivityNode(Activity activity, ActivityNode? parent, ActivityBinding binding)
{
    public Activity Activity { get; } = activity;

    public ActivityNode? Parent { get; } = parent;

    public ActivityBinding Binding { get; } = binding;

    public List<ActivityNode> Children { get; } = [];

    /// <summary>The variables this container declares.</summary>
    public IReadOnlyList<Variable> Variables { get; set; } = [];

    /// <summary>The inputs the definition gives, by <see cref="Input.Index"/>.</summary>
    public Input[] Inputs { get; set; } = [];

    public Variable? FindVariable(string nameOrId)
    {
        foreach (var variable in Variables)
        {
            if (variable.Id == nameOrId || variable.Name == nameOrId)
            {
                return variable;
            }
        }

        return null;
    }
}
