using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pana.Cases.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CaseListIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_cases_earlier_case_id",
                table: "cases",
                column: "earlier_case_id",
                filter: "earlier_case_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_organisation_id_applied_at_id",
                table: "cases",
                columns: new[] { "organisation_id", "applied_at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_cases_earlier_case_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_organisation_id_applied_at_id",
                table: "cases");
        }
    }
}
