using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pana.Cases.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OutboxExpiry : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "expired_at",
                table: "outbox",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_expired_at",
                table: "outbox",
                column: "expired_at",
                filter: "expired_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_sent_at",
                table: "outbox",
                column: "sent_at",
                filter: "sent_at IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_outbox_expired_at",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "ix_outbox_sent_at",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "expired_at",
                table: "outbox");
        }
    }
}
