using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pana.Cases.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OfficesPlansEvaluations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "leisure_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leisure_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_leisure_plans_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "offices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_by_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offices", x => x.id);
                    table.ForeignKey(
                        name: "fk_offices_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "quality_evaluations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: true),
                    quarter = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    mark = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_by_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quality_evaluations", x => x.id);
                    table.ForeignKey(
                        name: "fk_quality_evaluations_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_quality_evaluations_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "leisure_held",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mark = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    struck_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    struck_by_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leisure_held", x => x.id);
                    table.ForeignKey(
                        name: "fk_leisure_held_leisure_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "leisure_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "leisure_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    form_version = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    drafted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    drafted_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    drafted_by_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    approved_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_by_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leisure_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_leisure_versions_leisure_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "leisure_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "office_passports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    form_version = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_by_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_office_passports", x => x.id);
                    table.ForeignKey(
                        name: "fk_office_passports_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_leisure_held_plan_id_mark_day",
                table: "leisure_held",
                columns: new[] { "plan_id", "mark", "day" },
                unique: true,
                filter: "struck_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_leisure_plans_organisation_id_period",
                table: "leisure_plans",
                columns: new[] { "organisation_id", "period" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_leisure_versions_plan_id",
                table: "leisure_versions",
                column: "plan_id",
                unique: true,
                filter: "approved_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_leisure_versions_plan_id_number",
                table: "leisure_versions",
                columns: new[] { "plan_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_office_passports_office_id_number",
                table: "office_passports",
                columns: new[] { "office_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_offices_organisation_id",
                table: "offices",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_quality_evaluations_agency_id",
                table: "quality_evaluations",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "ix_quality_evaluations_organisation_id_quarter",
                table: "quality_evaluations",
                columns: new[] { "organisation_id", "quarter" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "leisure_held");

            migrationBuilder.DropTable(
                name: "leisure_versions");

            migrationBuilder.DropTable(
                name: "office_passports");

            migrationBuilder.DropTable(
                name: "quality_evaluations");

            migrationBuilder.DropTable(
                name: "leisure_plans");

            migrationBuilder.DropTable(
                name: "offices");
        }
    }
}
