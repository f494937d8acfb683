using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pana.Cases;

internal sealed class UserTaskConfiguration : IEntityTypeConfiguration<UserTask>
{
    public void Configure(EntityTypeBuilder<UserTask> builder)
    {
        builder.ToTable("user_tasks").HasKey(task => task.Id);
        builder.Property(task => task.Title).AsJson();
        builder.Property(task => task.Roles).AsJson();
        builder.Property(task => task.Paragraphs).AsJson();
        builder.Property(task => task.PaperIds).AsJson();
        builder.Property(task => task.FormId).HasMaxLength(64);
        builder.Property(task => task.FormVersion).HasMaxLength(64);
        builder.Property(task => task.Outcome).HasMaxLength(64);
        builder.Property(task => task.ObligationId).HasMaxLength(16);
        builder.Property(task => task.AssigneeName).HasMaxLength(256);
        builder.Property(task => task.CompletedByName).HasMaxLength(256);
        builder.Property(task => task.State).HasConversion<string>().HasMaxLength(16);
        builder.HasIndex(task => task.BookmarkId).IsUnique();
        builder.HasIndex(task => task.CaseId);

        // The inboxes of an organisation, an agency and a person, in order of what is due first.
        builder.HasIndex(task => new { task.OrganisationId, task.DueAt, task.Id }).HasFilter("state = 'Open'");
        builder.HasIndex(task => new { task.AgencyId, task.DueAt, task.Id }).HasFilter("state = 'Open'");
        builder.HasIndex(task => new { task.AssigneeId, task.DueAt, task.Id }).HasFilter("state = 'Open'");
        builder.HasOne<Case>().WithMany().HasForeignKey(task => task.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ServiceEntryConfiguration : IEntityTypeConfiguration<ServiceEntry>
{
    public void Configure(EntityTypeBuilder<ServiceEntry> builder)
    {
        builder.ToTable("service_entries").HasKey(entry => entry.Id);
        builder.Property(entry => entry.Service).HasMaxLength(16);
        builder.Property(entry => entry.Basis).HasConversion<string>().HasMaxLength(16);
        builder.Property(entry => entry.Measure).HasMaxLength(32);
        builder.Property(entry => entry.RecordedByName).HasMaxLength(256);
        builder.Property(entry => entry.StruckByName).HasMaxLength(256);
        builder.HasIndex(entry => new { entry.CaseId, entry.Day });
        builder.HasIndex(entry => new { entry.OrganisationId, entry.Day });
        builder.HasOne<Case>().WithMany().HasForeignKey(entry => entry.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TaskDraftConfiguration : IEntityTypeConfiguration<TaskDraft>
{
    public void Configure(EntityTypeBuilder<TaskDraft> builder)
    {
        builder.ToTable("task_drafts").HasKey(draft => draft.Id);
        builder.HasIndex(draft => new { draft.TaskId, draft.UserId }).IsUnique();
        builder.HasOne<UserTask>().WithMany().HasForeignKey(draft => draft.TaskId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SealedAnswersConfiguration : IEntityTypeConfiguration<SealedAnswers>
{
    public void Configure(EntityTypeBuilder<SealedAnswers> builder)
    {
        builder.ToTable("sealed_answers").HasKey(answers => answers.Id);
        builder.Property(answers => answers.FormId).HasMaxLength(64);
        builder.Property(answers => answers.FormVersion).HasMaxLength(64);
        builder.HasIndex(answers => answers.CaseId);
        builder.HasIndex(answers => answers.TaskId);
        builder.HasOne<Case>().WithMany().HasForeignKey(answers => answers.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
