#pragma once

#include "widgets/wizard/wizardfooter.h"

#include <QObject>
#include <QTimer>

#include <optional>

/// When a draft that is being edited has to be stored, and how far that has come.
class DraftSaving final : public QObject
{
    Q_OBJECT

public:
    explicit DraftSaving(QObject *parent = nullptr);

    /// Another draft, of which nothing has to be stored yet.
    void restart(bool isStored);
    /// Something changed; due() follows within half a second of the last change.
    void noteEdit();
    /// The draft as it is now was handed over. One of the two answers below follows.
    void noteHandedOver();
    void noteSaved(UtcTime at);
    void noteFailed(const QString &problem);

    /// Not everything is known to be stored.
    bool isOutstanding() const;
    void showIn(WizardFooter &footer) const;

signals:
    void due();

private:
    using Saving = WizardFooter::Saving;

    Saving m_state = Saving::NotYet;
    std::optional<UtcTime> m_savedAt;
    QString m_problem;
    QTimer m_timer;
};
