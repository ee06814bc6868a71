#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QWidget>

#include <optional>

class Banner;
class Button;
class DataTable;
class MessagePreview;
class PageHeader;
class QComboBox;
class QStackedWidget;
class SearchField;
class StatePanel;
class TemplateFilterModel;
class TemplateTableModel;
class TextLabel;
struct MessageTemplate;

/// The templates as Meta last reported them, each with a preview.
class TemplatesPage : public QWidget
{
    Q_OBJECT

public:
    TemplatesPage(TemplateTableModel &templates, const Clock &clock, QWidget *parent = nullptr);

    /// Without an account there is nothing to sync from.
    void setHasAccount(bool hasAccount);
    void setSyncing(bool syncing);
    void setSyncedAt(std::optional<UtcTime> at);
    /// The list stays as it was, under a banner.
    void showSyncError(const Error &error);

signals:
    void syncRequested();
    void connectRequested();
    /// A new campaign with this template.
    void campaignRequested(const QString &name, const QString &language);

private:
    QWidget *buildList();
    QWidget *buildPreview();
    void refresh();
    void refreshFilters();
    void refreshContext();
    void showTemplate();
    const MessageTemplate *current() const;

    TemplateTableModel &m_templates;
    const Clock &m_clock;
    TemplateFilterModel *m_filter;
    PageHeader *m_header;
    Button *m_sync;
    Banner *m_banner;
    SearchField *m_search;
    QComboBox *m_language;
    QComboBox *m_category;
    DataTable *m_table;
    QStackedWidget *m_tableStack;
    StatePanel *m_noMatch;
    QStackedWidget *m_stack;
    StatePanel *m_state;
    MessagePreview *m_preview;
    TextLabel *m_previewNote;
    Button *m_use;
    std::optional<UtcTime> m_syncedAt;
    bool m_hasAccount = true;
    bool m_isSyncing = false;
};
