#pragma once

#include "base/result.h"

#include <QString>

#include <vector>

struct Migration;

/// What people read about a kind of database, before it is translated; %1 is the path of the file.
struct DatabaseWords
{
    const char *missing;
    const char *existing;
    const char *unreadable;
    const char *readOnly;
    const char *moved;
};

/// What sort of database a file is: its mark in the file, the steps of its schema, and the words that people
/// read about it. A file of another kind is never taken for one of this.
class DatabaseKind
{
public:
    /// Everything of one workspace.
    static const DatabaseKind &workspace();
    /// The bodies that a relay keeps until the desktops have fetched them.
    static const DatabaseKind &relay();

    /// Stands in the file's header.
    quint32 applicationId() const { return m_applicationId; }
    /// In order; never empty.
    const std::vector<Migration> &migrations() const { return m_migrations; }
    /// The number of the newest migration.
    int newestVersion() const;

    // What is said when it cannot be made or opened.
    Error missing(const QString &path) const;
    Error existing(const QString &path) const;
    Error unreadable(const QString &path, const QString &detail) const;
    Error newer(const QString &path, int version) const;
    Error readOnly(const QString &path, const QString &detail) const;
    Error moved(const QString &path) const;

private:
    DatabaseKind(quint32 applicationId, const std::vector<Migration> &migrations, const DatabaseWords &words);

    quint32 m_applicationId;
    const std::vector<Migration> &m_migrations;
    const DatabaseWords &m_words;
};
