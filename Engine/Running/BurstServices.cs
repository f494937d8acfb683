namespace Pana.Engine;

/// <summary>What all bursts of a process share.</summary>
internal sealed record BurstServices(ExpressionEvaluators Evaluators, CompiledWorkflows Compiled, TimeProvider Time, WorkflowEngineOptions Options);
