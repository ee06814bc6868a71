#include "cli/jsonforms.h"

#include "cli/costview.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

template <typename T>
QJsonValue valueOrNull(const std::optional<T> &value)
{
    return value ? QJsonValue{*value} : QJsonValue{QJsonValue::Null};
}

template <typename Id>
QJsonValue idOrNull(const std::optional<Id> &id)
{
    return id ? QJsonValue{id->value} : QJsonValue{QJsonValue::Null};
}

QJsonObject textMap(const QMap<QString, QString> &map)
{
    QJsonObject object;
    for (auto entry = map.begin(); entry != map.end(); ++entry)
        object.insert(entry.key(), entry.value());
    return object;
}

QJsonObject reachedJson(const ReachedCounts &reached)
{
    return {
        {u"sent"_s,      reached.sent     },
        {u"delivered"_s, reached.delivered},
        {u"read"_s,      reached.read     },
        {u"responded"_s, reached.responded},
    };
}

QJsonValue stepTimeJson(const std::optional<StepTime> &time)
{
    if (!time)
        return QJsonValue::Null;
    const auto seconds = [](std::chrono::milliseconds value) {
        return static_cast<double>(value.count()) / 1000;
    };
    return QJsonObject{
        {u"people"_s,                 time->people                },
        {u"quarter_seconds"_s,        seconds(time->quarter)      },
        {u"median_seconds"_s,         seconds(time->median)       },
        {u"three_quarters_seconds"_s, seconds(time->threeQuarters)},
        {u"ninety_percent_seconds"_s, seconds(time->ninety)       },
    };
}

/// Nothing where Meta has accepted nothing yet.
QJsonValue deliveryWord(const CampaignStatistics &statistics)
{
    if (statistics.campaign.reached.sent == 0)
        return QJsonValue::Null;
    return statistics.isDeliveryUnknown ? u"unknown"_s : u"known"_s;
}

QJsonValue totalsJson(const std::optional<TemplateTotals> &totals)
{
    if (!totals)
        return QJsonValue::Null;
    const auto count = [](const std::optional<qint64> &value) {
        return value ? QJsonValue{*value} : QJsonValue{QJsonValue::Null};
    };
    return QJsonObject{
        {u"from"_s,      toIsoText(totals->from) },
        {u"to"_s,        toIsoText(totals->to)   },
        {u"sent"_s,      count(totals->sent)     },
        {u"delivered"_s, count(totals->delivered)},
        {u"read"_s,      count(totals->read)     },
        {u"clicked"_s,   count(totals->clicked)  },
        {u"cost"_s,      costJson(totals->cost,    totals->currency)},
        {u"told_at"_s,              toIsoText(totals->toldAt)                          },
    };
}

QString wordOf(WebhookFate fate)
{
    switch (fate) {
    case WebhookFate::Stored: return u"stored"_s;
    case WebhookFate::AskedForAgain: return u"asked_for_again"_s;
    case WebhookFate::WrongSignature: return u"wrong_signature"_s;
    case WebhookFate::NotAWebhook: return u"not_a_webhook"_s;
    case WebhookFate::WrongToken: return u"wrong_token"_s;
    case WebhookFate::WrongPath: return u"wrong_path"_s;
    case WebhookFate::WrongMethod: return u"wrong_method"_s;
    case WebhookFate::TooLarge: return u"too_large"_s;
    case WebhookFate::TooSlow: return u"too_slow"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QJsonValue timeOrNull(const std::optional<UtcTime> &time)
{
    return time ? QJsonValue{toIsoText(*time)} : QJsonValue{QJsonValue::Null};
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue{QJsonValue::Null} : QJsonValue{text};
}

QJsonObject countsJson(const CampaignCounts &counts)
{
    QJsonObject object{
        {u"total"_s, counts.total()}
    };
    for (const RecipientStatus status : kRecipientStatuses)
        object.insert(toWord(status), counts.of(status));
    return object;
}

QJsonValue reasonJson(const StateReason &reason)
{
    if (reason.isEmpty())
        return QJsonValue::Null;
    return QJsonObject{
        {u"code"_s,    reason.code              },
        {u"message"_s, reason.message           },
        {u"advice"_s,  textOrNull(reason.advice)},
    };
}

QJsonValue budgetJson(const std::optional<Budget> &budget)
{
    if (!budget)
        return QJsonValue::Null;
    return costJson(budget->amount.approximate(), budget->currency);
}

QJsonObject campaignJson(const Campaign &campaign)
{
    QJsonObject object{
        {u"id"_s,            campaign.id.value                              },
        {u"name"_s,          campaign.name                                  },
        {u"description"_s,   campaign.description                           },
        {u"status"_s,        toWord(campaign.state)                         },
        {u"template"_s,      campaign.templateName                          },
        {u"language"_s,      campaign.language                              },
        {u"created_at"_s,    toIsoText(campaign.createdAt)                  },
        {u"scheduled_for"_s, timeOrNull(campaign.scheduledFor)              },
        {u"started_at"_s,    timeOrNull(campaign.startedAt)                 },
        {u"completed_at"_s,  timeOrNull(campaign.completedAt)               },
        {u"rate"_s,          campaign.settings.rate.text()                  },
        {u"budget"_s,        budgetJson(campaign.settings.budget)           },
        {u"window"_s,        campaign.settings.window.hoursText()           },
        {u"days"_s,          campaign.settings.window.daysText()            },
        {u"time_zone"_s,     textOrNull(campaign.settings.window.timeZone)  },
        {u"max_retries"_s,   campaign.settings.maxRetries                   },
        {u"per_day"_s,       valueOrNull(campaign.settings.perDay)          },
        {u"brake"_s,         campaign.settings.brake.text()                 },
        {u"header_media"_s,  textOrNull(campaign.settings.headerMedia.value)},
        {u"defaults"_s,      textMap(campaign.settings.defaults)            },
        {u"fixed_values"_s,  textMap(campaign.settings.fixedValues)         },
        {u"counts"_s,        countsJson(campaign.counts)                    },
        {u"reached"_s,       reachedJson(campaign.reached)                  },
        {u"delivery_rate"_s, valueOrNull(deliveryRate(campaign.reached))    },
        {u"read_rate"_s,     valueOrNull(readRate(campaign.reached))        },
        {u"response_rate"_s, valueOrNull(responseRate(campaign.reached))    },
    };
    const bool hasReason = campaign.state == CampaignState::Paused || campaign.state == CampaignState::Failed;
    object.insert(u"reason"_s, hasReason ? reasonJson(campaign.reason) : QJsonValue::Null);
    return object;
}

QJsonObject recipientJson(const Recipient &recipient)
{
    QJsonValue error = QJsonValue::Null;
    if (recipient.error)
        error = QJsonObject{
            {u"code"_s,    recipient.error->code              },
            {u"message"_s, recipient.error->message           },
            {u"advice"_s,  textOrNull(recipient.error->advice)},
        };
    return {
        {u"phone"_s,        recipient.phone.e164()                    },
        {u"name"_s,         recipient.name                            },
        {u"status"_s,       toWord(recipient.progress.status)         },
        {u"variables"_s,    textMap(recipient.variables)              },
        {u"message_id"_s,   textOrNull(recipient.messageId)           },
        {u"attempts"_s,     recipient.attempts                        },
        {u"sent_at"_s,      timeOrNull(recipient.progress.sentAt)     },
        {u"delivered_at"_s, timeOrNull(recipient.progress.deliveredAt)},
        {u"read_at"_s,      timeOrNull(recipient.progress.readAt)     },
        {u"responded_at"_s, timeOrNull(recipient.progress.respondedAt)},
        {u"failed_at"_s,    timeOrNull(recipient.progress.failedAt)   },
        {u"error"_s,        error                                     },
        {u"response"_s,     textOrNull(recipient.response)            },
        {u"cursor"_s,       QString::number(recipient.id.value)       },
    };
}

QJsonObject contactJson(const Contact &contact)
{
    return {
        {u"phone"_s,          contact.phone.e164()                    },
        {u"user_id"_s,        textOrNull(contact.userId)              },
        {u"name"_s,           contact.name                            },
        {u"attributes"_s,     textMap(contact.attributes)             },
        {u"tags"_s,           QJsonArray::fromStringList(contact.tags)},
        {u"opted_in_at"_s,    timeOrNull(contact.optedInAt)           },
        {u"opt_in_source"_s,  textOrNull(contact.optInSource)         },
        {u"opted_out_at"_s,   timeOrNull(contact.optedOutAt)          },
        {u"opt_out_source"_s, textOrNull(contact.optOutSource)        },
        {u"suppressed"_s,     contact.isSuppressed                    },
        {u"cursor"_s,         QString::number(contact.id.value)       },
    };
}

QJsonObject importJson(const ImportSummary &summary)
{
    QJsonObject byReason;
    for (auto reason = summary.byReason.begin(); reason != summary.byReason.end(); ++reason)
        byReason.insert(toWord(reason.key()), reason.value());
    QJsonArray rejects;
    for (const ImportSummary::Reject &reject : summary.rejects) {
        rejects.append(QJsonObject{
            {u"row"_s,    reject.row           },
            {u"reason"_s, toWord(reject.reason)},
            {u"value"_s,  reject.value         },
        });
    }
    return {
        {u"rows"_s,       summary.rows                             },
        {u"accepted"_s,   summary.accepted                         },
        {u"duplicates"_s, summary.duplicates                       },
        {u"rejected"_s,   summary.rejected                         },
        {u"opted_out"_s,  summary.optedOut                         },
        {u"by_reason"_s,  byReason                                 },
        {u"rejects"_s,    rejects                                  },
        {u"seconds"_s,    std::round(summary.seconds * 1000) / 1000},
    };
}

QJsonArray checksJson(const std::vector<PreflightCheck> &checks)
{
    QJsonArray array;
    for (const PreflightCheck &check : checks) {
        array.append(QJsonObject{
            {u"id"_s,      check.id           },
            {u"level"_s,   toWord(check.level)},
            {u"message"_s, check.message      },
        });
    }
    return array;
}

QJsonObject campaignCheckJson(const CampaignCheck &check)
{
    const std::optional<SendEstimate> &estimate = check.estimate;
    return {
        {u"ready"_s,    isReady(check.checks)              },
        {u"checks"_s,   checksJson(check.checks)           },
        {u"estimate"_s,
         QJsonObject{{u"seconds"_s,
                      estimate ? QJsonValue{static_cast<qint64>(estimate->duration.count())}
                               : QJsonValue{QJsonValue::Null}},
                     {u"ends_at"_s, estimate ? timeOrNull(estimate->endsAt) : QJsonValue::Null},
                     {u"cost"_s, estimateJson(check.cost)}}},
    };
}

QJsonValue costJson(const std::optional<double> &amount, const QString &currency)
{
    if (!amount)
        return QJsonValue::Null;
    return QJsonObject{
        {u"currency"_s, textOrNull(currency)},
        {u"amount"_s,   *amount             }
    };
}

QJsonObject statisticsJson(const CampaignStatistics &statistics)
{
    QJsonArray errors;
    for (const ErrorCount &error : statistics.figures.errors) {
        errors.append(QJsonObject{
            {u"code"_s,    error.code              },
            {u"message"_s, error.message           },
            {u"advice"_s,  textOrNull(error.advice)},
            {u"count"_s,   error.count             },
        });
    }
    QJsonArray prices;
    for (const PricedMessages &price : statistics.figures.prices) {
        prices.append(QJsonObject{
            {u"category"_s, price.category        },
            {u"type"_s,     textOrNull(price.type)},
            {u"messages"_s, price.messages        },
            {u"charged"_s,  price.isCharged()     },
        });
    }
    QJsonArray perHour;
    for (const TimeLinePoint &hour : statistics.perHour) {
        perHour.append(QJsonObject{
            {u"hour"_s,      toIsoText(hour.start)},
            {u"sent"_s,      hour.sent            },
            {u"delivered"_s, hour.delivered       },
            {u"read"_s,      hour.read            },
            {u"responded"_s, hour.responded       },
            {u"failed"_s,    hour.failed          },
        });
    }
    const Campaign &campaign = statistics.campaign;
    return {
        {u"id"_s,            campaign.id.value                                           },
        {u"name"_s,          campaign.name                                               },
        {u"status"_s,        toWord(campaign.state)                                      },
        {u"counts"_s,        countsJson(campaign.counts)                                 },
        {u"reached"_s,       reachedJson(campaign.reached)                               },
        {u"delivery_rate"_s, valueOrNull(deliveryRate(campaign.reached))                 },
        {u"read_rate"_s,     valueOrNull(readRate(campaign.reached))                     },
        {u"response_rate"_s, valueOrNull(responseRate(campaign.reached))                 },
        {u"times"_s,
         QJsonObject{{u"to_deliver"_s, stepTimeJson(statistics.figures.times.toDeliver)},
                     {u"to_read"_s, stepTimeJson(statistics.figures.times.toRead)},
                     {u"to_respond"_s, stepTimeJson(statistics.figures.times.toRespond)}}},
        {u"errors"_s,        errors                                                      },
        {u"prices"_s,        prices                                                      },
        {u"cost"_s,          costFiguresJson(statistics.cost)                            },
        {u"return"_s,        returnJson(statistics.revenue)                              },
        {u"per_hour"_s,      perHour                                                     },
        {u"delivery"_s,      deliveryWord(statistics)                                    },
        {u"meta_totals"_s,   totalsJson(statistics.totals)                               },
    };
}

QJsonObject phoneJson(const ParsedPhone &phone)
{
    return {
        {u"input"_s,  phone.input                                                                    },
        {u"e164"_s,   textOrNull(phone.e164)                                                         },
        {u"region"_s, textOrNull(phone.region)                                                       },
        {u"type"_s,   textOrNull(phone.type)                                                         },
        {u"valid"_s,  phone.valid                                                                    },
        {u"reason"_s, phone.reason ? QJsonValue{toWord(*phone.reason)} : QJsonValue{QJsonValue::Null}},
    };
}

QJsonObject templateJson(const MessageTemplate &messageTemplate)
{
    QJsonArray variables;
    const std::vector<TemplateVariable> listed = messageTemplate.variables();
    for (const TemplateVariable &variable : listed) {
        variables.append(QJsonObject{
            {u"key"_s,     variable.key                },
            {u"example"_s, textOrNull(variable.example)},
        });
    }
    QJsonArray buttons;
    for (const TemplateButton &button : messageTemplate.buttons) {
        buttons.append(QJsonObject{
            {u"type"_s,         button.type                   },
            {u"text"_s,         button.text                   },
            {u"url"_s,          textOrNull(button.url)        },
            {u"phone_number"_s, textOrNull(button.phoneNumber)},
        });
    }
    return {
        {u"name"_s,              messageTemplate.name                                        },
        {u"language"_s,          messageTemplate.language                                    },
        {u"status"_s,            messageTemplate.status                                      },
        {u"category"_s,          messageTemplate.category                                    },
        {u"quality"_s,           textOrNull(messageTemplate.quality)                         },
        {u"rejected_reason"_s,   textOrNull(messageTemplate.rejectedReason)                  },
        {u"parameter_format"_s,  messageTemplate.isNamed ? u"NAMED"_s : u"POSITIONAL"_s      },
        {u"sendable"_s,          messageTemplate.isSendable()                                },
        {u"header_format"_s,     toWord(messageTemplate.headerFormat)                        },
        {u"header"_s,            textOrNull(messageTemplate.headerText)                      },
        {u"body"_s,              messageTemplate.body                                        },
        {u"footer"_s,            textOrNull(messageTemplate.footer)                          },
        {u"buttons"_s,           buttons                                                     },
        {u"variables"_s,         variables                                                   },
        {u"unsupported_parts"_s, QJsonArray::fromStringList(messageTemplate.unsupportedParts)},
    };
}

QJsonObject accountJson(const KnownAccount &known)
{
    const Account &account = known.account;
    return {
        {u"account_id"_s,            account.id.value                        },
        {u"name"_s,                  account.name                            },
        {u"phone_number_id"_s,       account.phoneNumberId                   },
        {u"waba_id"_s,               account.wabaId                          },
        {u"api_base"_s,              account.apiBase                         },
        {u"graph_version"_s,         account.graphVersion                    },
        {u"in_use"_s,                known.isInUse                           },
        {u"display_phone_number"_s,  textOrNull(account.displayPhoneNumber)  },
        {u"verified_name"_s,         textOrNull(account.verifiedName)        },
        {u"quality_rating"_s,        textOrNull(account.qualityRating)       },
        {u"throughput_per_second"_s, valueOrNull(account.throughputPerSecond)},
        {u"messaging_limit"_s,       valueOrNull(account.messagingLimit)     },
        {u"limit_per_second"_s,      valueOrNull(account.ownLimitPerSecond)  },
    };
}

QJsonObject progressJson(const ProgressReport &report)
{
    return {
        {u"event"_s,      u"progress"_s                         },
        {u"campaign"_s,   report.campaign.value                 },
        {u"counts"_s,     countsJson(report.counts)             },
        {u"per_second"_s, std::round(report.perSecond * 10) / 10},
        {u"remaining"_s,  report.remaining                      },
        {u"ends_at"_s,    timeOrNull(report.endsAt)             },
    };
}

QJsonObject stateJson(CampaignId campaign, CampaignState state, const StateReason &reason)
{
    return {
        {u"event"_s,    u"state"_s        },
        {u"campaign"_s, campaign.value    },
        {u"status"_s,   toWord(state)     },
        {u"reason"_s,   reasonJson(reason)},
    };
}

QJsonObject messageJson(const StoredMessage &message)
{
    return {
        {u"direction"_s,   message.isInbound ? u"in"_s : u"out"_s},
        {u"phone"_s,       textOrNull(message.phone)             },
        {u"user_id"_s,     textOrNull(message.userId)            },
        {u"type"_s,        message.type                          },
        {u"text"_s,        textOrNull(message.text)              },
        {u"at"_s,          timeOrNull(message.at)                },
        {u"message_id"_s,  textOrNull(message.messageId)         },
        {u"in_reply_to"_s, textOrNull(message.inReplyTo)         },
        {u"campaign_id"_s, idOrNull(message.campaign)            },
        {u"opt_out"_s,     message.isOptOut                      },
        {u"cursor"_s,      QString::number(message.id)           },
    };
}

namespace {

QJsonObject mediaJson(const MessageMedia &media, const std::function<QString(const QString &)> &pathOf)
{
    return {
        {u"mime_type"_s, textOrNull(media.mimeType)                                                          },
        {u"name"_s,      textOrNull(media.name)                                                              },
        {u"path"_s,      media.file.isEmpty() ? QJsonValue{QJsonValue::Null} : QJsonValue{pathOf(media.file)}},
        {u"problem"_s,   textOrNull(media.problem)                                                           },
    };
}

QJsonObject threadItemJson(const ThreadItem &item, const std::function<QString(const QString &)> &pathOf)
{
    const bool isInbound = item.kind == ThreadItem::Kind::Inbound;
    const bool isCampaign = item.kind == ThreadItem::Kind::Campaign;
    return {
        {u"direction"_s,    isInbound ? u"in"_s : u"out"_s                                                        },
        {u"campaign"_s,     isCampaign                                                                            },
        {u"type"_s,         item.type                                                                             },
        {u"text"_s,         textOrNull(item.text)                                                                 },
        {u"details"_s,      textOrNull(item.payload)                                                              },
        {u"at"_s,           timeOrNull(item.at)                                                                   },
        {u"message_id"_s,   textOrNull(item.messageId)                                                            },
        {u"in_reply_to"_s,  textOrNull(item.inReplyTo)                                                            },
        {u"campaign_id"_s,  idOrNull(item.campaign)                                                               },
        {u"opt_out"_s,      item.isOptOut                                                                         },
        {u"status"_s,       isInbound ? QJsonValue{QJsonValue::Null} : QJsonValue{toWord(item.progress)}          },
        {u"delivered_at"_s, timeOrNull(item.deliveredAt)                                                          },
        {u"read_at"_s,      timeOrNull(item.readAt)                                                               },
        {u"problem"_s,      textOrNull(item.problem)                                                              },
        {u"media"_s,        item.media ? QJsonValue{mediaJson(*item.media, pathOf)} : QJsonValue{QJsonValue::Null}},
    };
}

} // namespace

QJsonObject conversationJson(const Conversation &conversation, const std::vector<ThreadItem> &thread,
                             UtcTime now, const std::function<QString(const QString &)> &pathOf)
{
    QJsonArray messages;
    for (const ThreadItem &item : thread)
        messages.append(threadItemJson(item, pathOf));
    return {
        {u"phone"_s,          textOrNull(conversation.phone)      },
        {u"user_id"_s,        textOrNull(conversation.userId)     },
        {u"name"_s,           textOrNull(conversation.name)       },
        {u"unread"_s,         conversation.unread                 },
        {u"unanswered"_s,     conversation.isUnanswered           },
        {u"suppressed"_s,     conversation.isStopped              },
        {u"campaign_id"_s,    idOrNull(conversation.campaign)     },
        {u"window_open"_s,    conversation.isWindowOpen(now)      },
        {u"window_ends_at"_s, timeOrNull(conversation.windowEnd())},
        {u"draft"_s,          textOrNull(conversation.draft)      },
        {u"messages"_s,       messages                            },
    };
}

QJsonArray appliedJson(const std::vector<AppliedEvent> &events)
{
    QJsonArray array;
    for (const AppliedEvent &event : events) {
        array.append(QJsonObject{
            {u"kind"_s,    event.kind           },
            {u"applied"_s, event.applied        },
            {u"why"_s,     textOrNull(event.why)},
        });
    }
    return array;
}

QJsonObject refusedJson(const WebhookTraffic &traffic)
{
    QJsonObject refused;
    for (const WebhookFate fate : WebhookTraffic::kAll) {
        if (fate != WebhookFate::Stored)
            refused.insert(wordOf(fate), traffic.of(fate));
    }
    return refused;
}
