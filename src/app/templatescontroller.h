#pragma once

#include "app/workbench.h"
#include "base/result.h"
#include "domain/messagetemplate.h"
#include "presentation/templatetablemodel.h"
#include "workspace/accountdesk.h"

#include <QObject>

#include <optional>
#include <vector>

class TemplatesPage;

/// The mirror of Meta's templates: reads it, syncs it, and tells everybody who shows templates.
class TemplatesController : public QObject
{
    Q_OBJECT

public:
    TemplatesController(const Workbench &bench, QObject *parent);

    TemplatesPage &page() { return *m_page; }

public slots:
    void load();
    void sync();

signals:
    void templatesRead(const std::vector<MessageTemplate> &templates, std::optional<UtcTime> syncedAt);
    void syncing(bool isSyncing);
    void syncFailed(const Error &error);
    void connectRequested();
    void campaignRequested(const QString &name, const QString &language);
    void done(const QString &sentence);

private:
    void fetch(const KnownAccount &account);
    void store(AccountId account, const std::vector<MessageTemplate> &templates);
    void endSync();
    void failSync(const Error &error);

    Workbench m_bench;
    TemplateTableModel m_model;
    TemplatesPage *m_page;
    bool m_isSyncing = false;
};
