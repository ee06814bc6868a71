#pragma once

#include "cli/arguments.h"
#include "workspace/session.h"

class CommandContext;

/// Reads a file into a campaign by the import options, with a progress bar; only looks at it under --dry-run.
/// Ctrl+C cancels it: the report then says so.
Result<ImportReport> runImport(const Arguments &arguments, CommandContext &context, Session &session,
                               const Campaign &campaign, const QString &path);

/// Reads a file into the contact book, in the same way.
Result<ImportReport> runContactImport(const Arguments &arguments, CommandContext &context, Session &session,
                                      const QString &path);
/// What `contact import` takes besides importOptionSpecs().
std::vector<OptionSpec> contactImportOptionSpecs();

/// The counts and the first refused rows, for people.
void sayImport(CommandContext &context, const ImportSummary &summary);
