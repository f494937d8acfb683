using Microsoft.AspNetCore.Builder;
using Pana.Portal;
using Pana.Portal.Start;
using Pana.Tests.Support;
using Xunit;

namespace Pana.Tests.Host;

public sealed class StartGuardTests
{
    [Fact]
    public void Production_without_its_secrets_names_everything_that_is_missing_at_once()
    {
        var refused = Assert.Throws<StartRefusedException>(() => Build("--Pana:Database=Postgres"));

        Assert.Contains("Pana does not start in Production: 6 setting(s) need attention.", refused.Message, StringComparison.Ordinal);
        foreach (var setting in new[]
        {
            "Pana:MasterKeyFile", "Pana:PublicOrigin", "Pana:Keys:SigningCertificate", "Pana:Keys:EncryptionCertificate",
            "Pana:Keys:DataProtectionFolder", "Pana:ConnectionString",
        })
        {
            Assert.Contains(refused.Defects, defect => defect.Contains(setting, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("--Pana:Demo=true", "demo accounts exist in Development only")]
    [InlineData("--Pana:PublicOrigin=http://board.example.kz", "must begin with https://")]
    [InlineData("--Pana:PublicOrigin=https://board.example.kz/path", "without a path")]
    [InlineData("--Pana:PathBase=/pana/", "for example /pana")]
    [InlineData("--Pana:PathBase=pana", "for example /pana")]
    [InlineData("--Pana:MasterKey=c2hvcnQ=", "not 32 bytes in Base64")]
    [InlineData("--Pana:MasterKeyFile=/no/such/key", "no such file can be read")]
    [InlineData("--Pana:KnownProxies:0=everyone", "Pana:KnownProxies holds 'everyone'")]
    [InlineData("--Pana:Programs:0:ClientId=pana-portal", "not the portal's own")]
    [InlineData("--Pana:Programs:0:ClientId=ci", "either a ClientSecret")]
    [InlineData("--Pana:Programs:0:ClientSecret=short", "fewer than 32 characters")]
    [InlineData("--Pana:Programs:0:RedirectUri=back", "expected an absolute address")]
    [InlineData("--Pana:WorkflowHttp:AllowedOrigins:0=https://api.example.kz/path", "no scheme, host and port")]
    [InlineData("--Pana:SignIn:Idle=13:00:00", "0 < Idle ≤ Absolute ≤ 24 hours")]
    [InlineData("--Pana:Mail:Host=mail.example.kz", "Pana:Mail:From is ''")]
    [InlineData("--Pana:Mail:Host=mail.example.kz --Pana:Mail:From=Shelter<board@example.kz>", "expected the address alone")]
    [InlineData("--Pana:Mail:Host=mail.example.kz --Pana:Mail:From=board@example.kz --Pana:Mail:Security=None", "may only go to a server on this machine")]
    [InlineData("--Pana:Mail:Host=127.0.0.1 --Pana:Mail:From=board@example.kz --Pana:Mail:Port=0", "expected 1 to 65535")]
    public void A_wrong_setting_is_named_with_what_is_expected(string setting, string expected)
    {
        var refused = Assert.Throws<StartRefusedException>(() => Build(setting.Split(' ')));

        Assert.Contains(refused.Defects, defect => defect.Contains(expected, StringComparison.Ordinal));
    }

    private static void Build(params string[] args) => PortalComposition.Build(new WebApplicationOptions
    {
        ApplicationName = "Pana.Host",
        EnvironmentName = "Production",
        ContentRootPath = Path.Combine(Repository.Root, "Host"),
        Args = args,
    });
}
