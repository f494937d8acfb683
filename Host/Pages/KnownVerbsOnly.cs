using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Pana.Portal.Pages;

/// <summary>A page that has no handler for a verb answers 405. Without this it would be drawn with nothing loaded and nobody asked whether it may be seen.</summary>
internal sealed class KnownVerbsOnly : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var verb = context.HttpContext.Request.Method;
        if (context.HandlerMethod is null && !HttpMethods.IsGet(verb) && !HttpMethods.IsHead(verb))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
