/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-journal.h"
#include "cvn-kind-set.h"
#include "cvn-reader-private.h"
#include "cvn-search-index.h"
#include "cvn-summary.h"
#include "cvn-writer.h"

G_BEGIN_DECLS

/* What the writer keeps of one kind for the length of a change set. */
typedef struct
{
  const CvnKind  *kind;
  guint           index;
  CvnStatement   *insert;
  CvnStatement   *exists;
  GHashTable     *known;   /* ids that are there, as far as was looked */
  const CvnKind **targets; /* for each field: what it refers to, or NULL */
} CvnWriterKind;

typedef struct _CvnWriterYear CvnWriterYear;

struct _CvnWriter
{
  CvnDb          *db;
  CvnReader      *reader;
  CvnJournal     *journal;
  CvnSummary     *summary;
  CvnSearchIndex *search;
  CvnAction       action;
  CvnJournalEntry entry;   /* the one that is open, and what it points to */
  char           *author;  /* of the open entry, where it is somebody else */
  gint64          last_no; /* of the last entry that was finished */
  char           *last_hash;
  GHashTable     *by_kind;  /* CvnKind to CvnWriterKind */
  CvnWriterKind  *last;     /* the one used last */
  gboolean        in_set;   /* references are checked at the end: the order within a change set is free */
  GPtrArray      *pending;  /* of CvnRecord: references to be checked at the end */
  GPtrArray      *deleted;  /* of CvnRecord: nobody may refer to them at the end */
  GHashTable     *events;   /* id of an event that has to be right at the end, to the kind that was changed */
  GHashTable     *sessions; /* id of a booking of which no more may have been given than was booked, to whether a session was changed */
  GHashTable     *years;    /* year in which something may have cost money, to CvnWriterYear */
  CvnKindSet      kinds;    /* touched */
  guint           n_records;
  GPtrArray      *ids; /* of the records touched, up to one more than are told */
};

/* How many ids a notice tells at most. */
#define CVN_WRITER_MAX_IDS 100

CvnWriter *cvn_writer_begin (CvnDb *db, const CvnJournalEntry *entry, GError **error);
gboolean   cvn_writer_finish (CvnWriter *self, gint64 *no, char **hash, GError **error);
void       cvn_writer_free (CvnWriter *self);

/* cvn-writer-rows.c: one row with its journal, sums and search words; no checks. */
CvnWriterKind *cvn_writer_get_kind (CvnWriter *self, const CvnKind *kind);
gboolean       cvn_writer_insert_row (CvnWriter *self, CvnRecord *record, GError **error);
gboolean       cvn_writer_update_row (CvnWriter *self, CvnRecord *before, CvnRecord *after, GError **error);
gboolean       cvn_writer_delete_row (CvnWriter *self, CvnRecord *before, GError **error);

/* cvn-writer-checks.c */
gboolean cvn_writer_check_references (CvnWriter *self, CvnRecord *record, GError **error);
gboolean cvn_writer_check_single (CvnWriter *self, CvnRecord *record, GError **error);
gboolean cvn_writer_check_period (CvnWriter *self, CvnRecord *record, GError **error);
gboolean cvn_writer_check_series (CvnWriter *self, CvnRecord *record, GError **error);
gboolean cvn_writer_check_final (CvnWriter *self, CvnRecord *before, CvnRecord *after, GError **error);
gboolean cvn_writer_check_deleted (CvnWriter *self, GError **error);

/* cvn-writer-events.c */
gboolean cvn_writer_note_event (CvnWriter *self, CvnRecord *record, GError **error);
gboolean cvn_writer_check_events (CvnWriter *self, GError **error);
/* cvn-writer-bookings.c */
void     cvn_writer_note_session (CvnWriter *self, CvnRecord *before, CvnRecord *after);
gboolean cvn_writer_check_sessions (CvnWriter *self, GError **error);
gboolean cvn_writer_check_booking_move (CvnRecord *before, CvnRecord *after, GError **error);
/* cvn-writer-budget.c */
gboolean cvn_writer_note_budget (CvnWriter *self, CvnRecord *record, GError **error);
gboolean cvn_writer_check_budget (CvnWriter *self, GError **error);
void     cvn_writer_year_free (CvnWriterYear *self);
/* cvn-writer-parties.c */
gboolean cvn_writer_check_parties (CvnWriter *self, CvnRecord *record, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnWriter, cvn_writer_free)

G_END_DECLS
