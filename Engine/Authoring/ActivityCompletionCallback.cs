namespace Pana.Engine;

/// <summary>A method of the owner that the engine calls when a child it scheduled has completed.</summary>
public delegate ValueTask ActivityCompletionCallback(ActivityCompletedContext context);
