#pragma once

#include "cli/enginereporter.h"
#include "cli/metaconnection.h"
#include "workspace/enginehost.h"

#include <QObject>

#include <memory>

class CommandContext;

/// Runs the engine here for everything that is due, until it is stopped, or idle where that was asked for.
class EngineRun : public QObject
{
    Q_OBJECT

public:
    EngineRun(CommandContext &context, std::shared_ptr<MetaConnection> meta, bool untilIdle);

    void start() { m_host.start(); }

private:
    void sayMissed();
    void interrupt();
    void finish();

    CommandContext &m_context;
    std::shared_ptr<MetaConnection> m_meta;
    EngineReporter m_reporter;
    EngineHost m_host;
    bool m_isInterrupted = false;
};
