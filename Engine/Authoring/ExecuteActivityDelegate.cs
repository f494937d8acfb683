namespace Pana.Engine;

/// <summary>A method of an activity that the engine calls with one execution of it.</summary>
public delegate ValueTask ExecuteActivityDelegate(ActivityExecutionContext context);
