using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Pana.Engine;

/// <summary>Names tables, columns, keys and indexes in snake_case, on both databases, unless a name was given by hand.</summary>
public sealed class SnakeCaseNames : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            if (entity.GetTableName() is not { } table || entity.IsMappedToJson())
            {
                continue;
            }

            entity.Builder.ToTable(ToSnakeCase(table), entity.GetSchema());
        }

        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            if (StoreObjectIdentifier.Create(entity, StoreObjectType.Table) is not { } table || entity.IsMappedToJson())
            {
                continue;
            }

            foreach (var property in entity.GetDeclaredProperties())
            {
                if (property.GetColumnName(table) is { } column)
                {
                    property.Builder.HasColumnName(ToSnakeCase(column));
                }
            }

            foreach (var key in entity.GetDeclaredKeys())
            {
                if (key.GetName() is { } name)
                {
                    key.Builder.HasName(ToSnakeCase(name));
                }
            }

            foreach (var index in entity.GetDeclaredIndexes())
            {
                if (index.GetDatabaseName() is { } name)
                {
                    index.Builder.HasDatabaseName(ToSnakeCase(name));
                }
            }

            foreach (var foreignKey in entity.GetDeclaredForeignKeys())
            {
                if (foreignKey.GetConstraintName() is { } name)
                {
                    foreignKey.Builder.HasConstraintName(ToSnakeCase(name));
                }
            }
        }
    }

    internal static string ToSnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            var startsWord = char.IsUpper(c) && i > 0 && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord)
            {
                text.Append('_');
            }

            text.Append(char.ToLower(c, CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
