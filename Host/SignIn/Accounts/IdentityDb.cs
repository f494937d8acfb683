using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using OpenIddict.EntityFrameworkCore.Models;
using Pana.Engine;

namespace Pana.Portal.SignIn.Accounts;

/// <summary>Accounts and the issuer's clients, authorisations and tokens; in the cases' database, with migrations of its own.</summary>
public abstract class IdentityDb(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    /// <summary>Table that records this context's migrations, apart from those of the cases.</summary>
    internal const string MigrationsTable = "identity_migrations";

    /// <summary>
    /// Ties this scope's accounts to the session's connection and transaction, so that an act on an account and its
    /// audit entry commit together.
    /// </summary>
    public void Join(DbSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (!ReferenceEquals(Database.GetDbConnection(), session.Connection))
        {
            Database.SetDbConnection(session.Connection);
        }

        session.Enroll(this);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Conventions.Add(_ => new SnakeCaseNames());
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.UseOpenIddict();
        builder.Entity<Account>(account =>
        {
            account.ToTable("accounts");
            account.Property(a => a.DisplayName).HasMaxLength(200);
            account.Property(a => a.CodeSecret).HasMaxLength(400);
            account.Property(a => a.Language).HasMaxLength(2).HasDefaultValue("kk");
            account.Property(a => a.Roles).HasMaxLength(400).HasConversion(
                new ValueConverter<IList<string>, string>(
                    roles => string.Join(' ', roles),
                    text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList()),
                new ValueComparer<IList<string>>(
                    (a, b) => a!.SequenceEqual(b!), roles => roles.Aggregate(0, HashCode.Combine), roles => roles.ToList()));
        });
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("account_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("account_tokens");
        builder.Entity<OpenIddictEntityFrameworkCoreApplication>().ToTable("issuer_applications");
        builder.Entity<OpenIddictEntityFrameworkCoreAuthorization>().ToTable("issuer_authorizations");
        builder.Entity<OpenIddictEntityFrameworkCoreScope>().ToTable("issuer_scopes");
        builder.Entity<OpenIddictEntityFrameworkCoreToken>().ToTable("issuer_tokens");
    }
}
