using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using Pana.Portal.Start;

namespace Pana.Portal.SignIn.Issuer;

/// <summary>The keys that sign and encrypt tokens: certificates in production, files of the data folder (0600) in Development.</summary>
internal sealed class IssuerKeys(IOptions<PortalOptions> options, DataFolder data, IHostEnvironment environment)
{
    public SigningCredentials Signing { get; } = ReadSigning(options.Value.Keys, data, environment);

    public EncryptingCredentials Encryption { get; } = ReadEncryption(options.Value.Keys, data, environment);

    private static SigningCredentials ReadSigning(KeyOptions keys, DataFolder data, IHostEnvironment environment)
    {
        if (keys.SigningCertificate is { } file)
        {
            var key = new X509SecurityKey(X509CertificateLoader.LoadPkcs12FromFile(file, keys.SigningCertificatePassword));
            return new SigningCredentials(key, SecurityAlgorithms.RsaSha256);
        }

        RequireDevelopment(environment);
        var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        signer.ImportFromPem(data.Secret("signing.pem", () => ECDsa.Create(ECCurve.NamedCurves.nistP256).ExportECPrivateKeyPem()));
        var thumbprint = Convert.ToHexString(SHA256.HashData(signer.ExportSubjectPublicKeyInfo()))[..16];
        return new SigningCredentials(new ECDsaSecurityKey(signer) { KeyId = thumbprint }, SecurityAlgorithms.EcdsaSha256);
    }

    private static EncryptingCredentials ReadEncryption(KeyOptions keys, DataFolder data, IHostEnvironment environment)
    {
        if (keys.EncryptionCertificate is { } file)
        {
            var key = new X509SecurityKey(X509CertificateLoader.LoadPkcs12FromFile(file, keys.EncryptionCertificatePassword));
            return new EncryptingCredentials(key, SecurityAlgorithms.RsaOAEP, SecurityAlgorithms.Aes256CbcHmacSha512);
        }

        RequireDevelopment(environment);
        var secret = data.Secret("encryption.key", () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        return new EncryptingCredentials(
            new SymmetricSecurityKey(Convert.FromBase64String(secret)), SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512);
    }

    private static void RequireDevelopment(IHostEnvironment environment)
    {
        if (!environment.IsDevelopment())
        {
            throw new InvalidOperationException(
                "Keys made by the program itself are for Development only. Give Pana:Keys:SigningCertificate and Pana:Keys:EncryptionCertificate.");
        }
    }
}
