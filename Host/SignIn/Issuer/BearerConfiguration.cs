using Microsoft.Extensions.Options;
using OpenIddict.Validation;

namespace Pana.Portal.SignIn.Issuer;

/// <summary>Tokens expire by the portal's own clock.</summary>
internal sealed class BearerConfiguration(TimeProvider time) : IConfigureOptions<OpenIddictValidationOptions>
{
    public void Configure(OpenIddictValidationOptions options) => options.TimeProvider = time;
}
