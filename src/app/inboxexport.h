#pragma once

#include "app/workbench.h"
#include "base/cancel.h"
#include "base/result.h"
#include "domain/conversation.h"

#include <QObject>

#include <functional>
#include <vector>

class Session;

/// Saves conversations where a person wants them: asks for the file, writes it in the background, shows how
/// far it is when it takes long, and can be cancelled.
class InboxExport : public QObject
{
    Q_OBJECT

public:
    InboxExport(const Workbench &bench, QObject *parent);

    void begin(ConversationId id);
    /// All that the query means when the file is written.
    void beginList(const InboxQuery &query);

private:
    /// Which conversations, as the workspace knows it then.
    using Find = std::function<Result<std::vector<ConversationId>>(Session &, const CancelToken &)>;

    void ask(const QString &name, const Find &find);
    void write(const Find &find, const QString &path);

    Workbench m_bench;
    QString m_lastFolder;
};
