using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pana.Cases.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ContentVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "content_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    digest = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    applies_from = table.Column<DateOnly>(type: "date", nullable: true),
                    imported_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    changed_by_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    published_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    published_by_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    is_current = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_content_versions", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_content_versions_kind_key",
                table: "content_versions",
                columns: new[] { "kind", "key" },
                unique: true,
                filter: "is_current");

            migrationBuilder.CreateIndex(
                name: "ix_content_versions_kind_key_digest",
                table: "content_versions",
                columns: new[] { "kind", "key", "digest" });

            migrationBuilder.CreateIndex(
                name: "ix_content_versions_kind_key_number",
                table: "content_versions",
                columns: new[] { "kind", "key", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "content_versions");
        }
    }
}
