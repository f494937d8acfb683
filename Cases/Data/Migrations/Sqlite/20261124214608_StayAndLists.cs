using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pana.Cases.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StayAndLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_user_tasks_agency_id_due_at",
                table: "user_tasks");

            migrationBuilder.DropIndex(
                name: "ix_user_tasks_assignee_id_due_at",
                table: "user_tasks");

            migrationBuilder.DropIndex(
                name: "ix_user_tasks_organisation_id_due_at",
                table: "user_tasks");

            migrationBuilder.DropIndex(
                name: "ix_blind_index_organisation_id_hash",
                table: "blind_index");

            migrationBuilder.AddColumn<int>(
                name: "reader_mask",
                table: "papers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "ending_from",
                table: "cases",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ending_ground",
                table: "cases",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_user_tasks_agency_id_due_at_id",
                table: "user_tasks",
                columns: new[] { "agency_id", "due_at", "id" },
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_user_tasks_assignee_id_due_at_id",
                table: "user_tasks",
                columns: new[] { "assignee_id", "due_at", "id" },
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_user_tasks_organisation_id_due_at_id",
                table: "user_tasks",
                columns: new[] { "organisation_id", "due_at", "id" },
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_cases_organisation_id_family_id",
                table: "cases",
                columns: new[] { "organisation_id", "family_id" });

            migrationBuilder.CreateIndex(
                name: "ix_blind_index_organisation_id_hash_case_id",
                table: "blind_index",
                columns: new[] { "organisation_id", "hash", "case_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_user_tasks_agency_id_due_at_id",
                table: "user_tasks");

            migrationBuilder.DropIndex(
                name: "ix_user_tasks_assignee_id_due_at_id",
                table: "user_tasks");

            migrationBuilder.DropIndex(
                name: "ix_user_tasks_organisation_id_due_at_id",
                table: "user_tasks");

            migrationBuilder.DropIndex(
                name: "ix_cases_organisation_id_family_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_blind_index_organisation_id_hash_case_id",
                table: "blind_index");

            migrationBuilder.DropColumn(
                name: "reader_mask",
                table: "papers");

            migrationBuilder.DropColumn(
                name: "ending_from",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "ending_ground",
                table: "cases");

            migrationBuilder.CreateIndex(
                name: "ix_user_tasks_agency_id_due_at",
                table: "user_tasks",
                columns: new[] { "agency_id", "due_at" },
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_user_tasks_assignee_id_due_at",
                table: "user_tasks",
                columns: new[] { "assignee_id", "due_at" },
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_user_tasks_organisation_id_due_at",
                table: "user_tasks",
                columns: new[] { "organisation_id", "due_at" },
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_blind_index_organisation_id_hash",
                table: "blind_index",
                columns: new[] { "organisation_id", "hash" });
        }
    }
}
