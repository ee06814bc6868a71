#pragma once

#include "base/result.h"

#include <QString>

#include <vector>

struct Migration;

/// What sort of database a file is: its mark in the file, the steps of its schema, and the words that people
/// read about it. A file of another kind is never taken for one of this.
class DatabaseKind
{
public:
    /// Everything of one workspace.
    static const DatabaseKind &workspace();
    /// The bodies that a relay keeps until the desktops have fetched them.
    static const DatabaseKind &relay();

    virtual ~DatabaseKind() = default;

    /// Stands in the file's header.
    virtual quint32 applicationId() const = 0;
    /// In order; never empty.
    virtual const std::vector<Migration> &migrations() const = 0;
    /// The number of the newest migration.
    int newestVersion() const;

    // What is said when it cannot be made or opened.
    Error missing(const QString &path) const;
    Error existing(const QString &path) const;
    Error unreadable(const QString &path, const QString &detail) const;
    Error newer(const QString &path, int version) const;
    Error readOnly(const QString &path, const QString &detail) const;
    Error moved(const QString &path) const;

protected:
    virtual QString missingWords(const QString &path) const = 0;
    virtual QString existingWords(const QString &path) const = 0;
    virtual QString unreadableWords(const QString &path) const = 0;
    virtual QString readOnlyWords(const QString &path) const = 0;
    virtual QString movedWords() const = 0;
};
