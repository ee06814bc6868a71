#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

/// Makes XLSX files of the XML that a test writes, honest ones and others.
class WorkbookFile
{
public:
    /// One sheet with these rows (`<row>…</row>`); the rest is as small as a workbook can be.
    static WorkbookFile withRows(const QByteArray &rows);

    /// `sheets`: names and their whole XML.
    static WorkbookFile withSheets(const QList<std::pair<QString, QByteArray>> &sheets);

    /// Adds or replaces a part, such as "xl/styles.xml".
    WorkbookFile &part(const QString &name, const QByteArray &content);
    WorkbookFile &sharedTexts(const QByteArray &items);
    /// A part with so many times the same inside, which is never in memory as a whole.
    WorkbookFile &longPart(const QString &name, const QByteArray &before, const QByteArray &repeated,
                           qint64 times, const QByteArray &after);
    /// Its parts are protected with a password.
    WorkbookFile &encrypted();

    void write(const QString &path) const;

    /// `<worksheet>` around rows.
    static QByteArray sheet(const QByteArray &rows, const QByteArray &behind = {});

private:
    struct LongPart
    {
        QByteArray before;
        QByteArray repeated;
        qint64 times = 0;
        QByteArray after;
    };
    class LongPartSource;

    QMap<QString, QByteArray> m_parts;
    QMap<QString, LongPart> m_longParts;
    bool m_isEncrypted = false;
};
