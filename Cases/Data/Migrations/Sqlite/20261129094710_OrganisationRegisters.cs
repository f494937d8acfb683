using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pana.Cases.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OrganisationRegisters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "book_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    recorded_by_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_book_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_book_entries_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "book_reviews",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reviewed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reviewed_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reviewed_by_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    entries = table.Column<int>(type: "INTEGER", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_book_reviews", x => x.id);
                    table.ForeignKey(
                        name: "fk_book_reviews_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "custody_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    answers_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    taken_at = table.Column<long>(type: "INTEGER", nullable: false),
                    taken_by_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    returned_at = table.Column<long>(type: "INTEGER", nullable: true),
                    returned_by_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_custody_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_custody_items_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rooms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    beds = table.Column<int>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rooms", x => x.id);
                    table.ForeignKey(
                        name: "fk_rooms_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    measure = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    answers_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    recorded_by_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    struck_at = table.Column<long>(type: "INTEGER", nullable: true),
                    struck_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    struck_by_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    struck_answers_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_entries_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "staff_checks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    recipients = table.Column<int>(type: "INTEGER", nullable: false),
                    @short = table.Column<string>(name: "short", type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_checks", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_checks_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "staff_posts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    post = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    own = table.Column<decimal>(type: "TEXT", precision: 6, scale: 2, nullable: false),
                    contracted = table.Column<decimal>(type: "TEXT", precision: 6, scale: 2, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_posts", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_posts_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bed_stays",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    room_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: true),
                    placed_by_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bed_stays", x => x.id);
                    table.ForeignKey(
                        name: "fk_bed_stays_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bed_stays_rooms_room_id",
                        column: x => x.room_id,
                        principalTable: "rooms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_bed_stays_case_id",
                table: "bed_stays",
                column: "case_id",
                unique: true,
                filter: "until IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_bed_stays_room_id",
                table: "bed_stays",
                column: "room_id",
                filter: "until IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_book_entries_organisation_id_day",
                table: "book_entries",
                columns: new[] { "organisation_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_book_reviews_organisation_id_month",
                table: "book_reviews",
                columns: new[] { "organisation_id", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_custody_items_case_id",
                table: "custody_items",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_rooms_organisation_id",
                table: "rooms",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_entries_case_id_day",
                table: "service_entries",
                columns: new[] { "case_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_service_entries_organisation_id_day",
                table: "service_entries",
                columns: new[] { "organisation_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_staff_checks_organisation_id_at",
                table: "staff_checks",
                columns: new[] { "organisation_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_staff_posts_organisation_id_post",
                table: "staff_posts",
                columns: new[] { "organisation_id", "post" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bed_stays");

            migrationBuilder.DropTable(
                name: "book_entries");

            migrationBuilder.DropTable(
                name: "book_reviews");

            migrationBuilder.DropTable(
                name: "custody_items");

            migrationBuilder.DropTable(
                name: "service_entries");

            migrationBuilder.DropTable(
                name: "staff_checks");

            migrationBuilder.DropTable(
                name: "staff_posts");

            migrationBuilder.DropTable(
                name: "rooms");
        }
    }
}
