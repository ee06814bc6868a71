#pragma once

#include "widgets/controls/dialogs.h"

#include <QTimer>

class Button;
class QProgressBar;
class TextLabel;

/// Shows how far a long job is, and lets it be cancelled. Appears when the job takes longer than a moment,
/// and deletes itself when it is finished.
class JobDialog : public MessageDialog
{
    Q_OBJECT

public:
    JobDialog(const QString &title, const QString &sentence, QWidget *parent);

    void setCancellable(bool isCancellable);
    void setProgress(qint64 done, qint64 total);
    /// From 0 to 1.
    void setShare(double share);
    /// How it goes, in words.
    void setSentence(const QString &sentence);
    void finish();

signals:
    void cancelRequested();

public slots:
    /// Neither Esc nor its button closes it: the job does, when it has noticed.
    void done(int result) override;

private:
    QTimer m_appearance;
    QProgressBar *m_bar;
    TextLabel *m_sentence;
    Button *m_cancel;
};
