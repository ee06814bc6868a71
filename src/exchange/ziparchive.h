#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QIODevice>
#include <QString>

#include <memory>

/// One unpacked part of a ZIP file, as a stream.
class ZipEntry : public QIODevice
{
public:
    bool isSequential() const override { return true; }

    /// Why reading ended early, as the end of a sentence; empty while all is well.
    const QString &failure() const { return m_failure; }
    /// What it is called in errors: too_large, damaged_file.
    const QString &failureCode() const { return m_failureCode; }

protected:
    QString m_failure;
    QString m_failureCode;
};

/// A ZIP file of XML that a stranger may have made: every entry is read as a stream, and what would fill the
/// memory or never end (a bomb, a hundred thousand entries) is refused.
class ZipArchive
{
    Q_DECLARE_TR_FUNCTIONS(ZipArchive)

public:
    static constexpr qint64 kMostEntries = 20'000;
    static constexpr qint64 kLargestEntry = 4LL * 1024 * 1024 * 1024; ///< bytes, unpacked
    /// An entry may unpack to so many times its size once it is larger than `kAlwaysAllowed`.
    static constexpr qint64 kLargestRatio = 200;
    static constexpr qint64 kAlwaysAllowed = 64 * 1024 * 1024;

    /// `name` is what messages call it. Errors of kind BadInput: damaged_file, too_large.
    static Result<std::unique_ptr<ZipArchive>> open(const QString &path, const QString &name);
    ~ZipArchive();
    ZipArchive(const ZipArchive &) = delete;
    ZipArchive &operator=(const ZipArchive &) = delete;

    bool contains(const QString &entry) const;

    /// A stream over an entry, open for reading; only while the archive lives. It ends with a failure() when
    /// the entry is damaged or unpacks to more than it may.
    Result<std::unique_ptr<ZipEntry>> openEntry(const QString &entry) const;

private:
    class UnpackedEntry;
    struct Handle;

    ZipArchive(std::unique_ptr<Handle> handle, QString name);

    std::unique_ptr<Handle> m_handle;
    QString m_name;
};
