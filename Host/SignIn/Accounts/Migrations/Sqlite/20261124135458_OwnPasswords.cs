using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pana.Portal.SignIn.Accounts.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OwnPasswords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "code_secret",
                table: "accounts",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "one_time_password_until",
                table: "accounts",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "code_secret",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "one_time_password_until",
                table: "accounts");
        }
    }
}
