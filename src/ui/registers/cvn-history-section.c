/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-history-section"

#include "cvn-history-section.h"

#include "cvn-history-list.h"

#include <glib/gi18n-lib.h>

/* Enough to find what went wrong; the file keeps all. */
#define MAX_ROWS 50

struct _CvnHistorySection
{
  AdwExpanderRow parent_instance;

  CvnHistoryList *history;
  const CvnKind  *kind;
  char           *id;
  GPtrArray      *rows;
};

G_DEFINE_FINAL_TYPE (CvnHistorySection, cvn_history_section, ADW_TYPE_EXPANDER_ROW)

/* "Amount: 4,500.00 → 4,750.00". */
static char *
describe_line (const CvnHistoryLine *line)
{
  if (line->before == NULL)
    /* Translators: a field that was empty: its name and what it became */
    return g_strdup_printf (_("%1$s: %2$s"), line->label, line->after != NULL ? line->after : "");
  if (line->after == NULL)
    /* Translators: a field that was emptied: its name and what it was */
    return g_strdup_printf (_("%1$s: %2$s, taken away"), line->label, line->before);
  /* Translators: a field that was changed: its name, what it was, what it became */
  return g_strdup_printf (_("%1$s: %2$s → %3$s"), line->label, line->before, line->after);
}

static GtkWidget *
make_row (CvnHistoryItem *item)
{
  GtkWidget       *row = adw_action_row_new ();
  GString         *lines = g_string_new (cvn_history_item_get_time (item));
  g_autofree char *title = NULL;

  /* Translators: what was done to a record and by whom, such as: Edited by Anna */
  title = g_strdup_printf (_("%1$s by %2$s"), cvn_history_item_get_action (item), cvn_history_item_get_actor (item));
  for (guint i = 0; i < cvn_history_item_get_n_lines (item); i++)
    {
      g_autofree char *line = describe_line (cvn_history_item_get_line (item, i));

      g_string_append_printf (lines, "\n%s", line);
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), lines->str);
  g_string_free (lines, TRUE);
  return row;
}

static void
changed_cb (CvnHistorySection *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->history));

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < MIN (n, MAX_ROWS); i++)
    {
      g_autoptr (CvnHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->history), i);
      GtkWidget *row = make_row (item);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
load (CvnHistorySection *self)
{
  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)) && self->id != NULL)
    cvn_history_list_load (self->history, self->kind, self->id);
}

static void
cvn_history_section_dispose (GObject *object)
{
  g_clear_object (&CVN_HISTORY_SECTION (object)->history);
  G_OBJECT_CLASS (cvn_history_section_parent_class)->dispose (object);
}

static void
cvn_history_section_finalize (GObject *object)
{
  CvnHistorySection *self = CVN_HISTORY_SECTION (object);

  g_free (self->id);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (cvn_history_section_parent_class)->finalize (object);
}

static void
cvn_history_section_class_init (CvnHistorySectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cvn_history_section_dispose;
  object_class->finalize = cvn_history_section_finalize;
}

static void
cvn_history_section_init (CvnHistorySection *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("History"));
  g_signal_connect (self, "notify::expanded", G_CALLBACK (load), NULL);
}

/** cvn_history_section_new: a folded section about no record yet. */
GtkWidget *
cvn_history_section_new (CvnCentre *centre)
{
  CvnHistorySection *self = g_object_new (CVN_TYPE_HISTORY_SECTION, NULL);

  self->history = cvn_history_list_new (centre);
  g_signal_connect_object (self->history, "items-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/** cvn_history_section_set_record: is about the record @id of @kind. */
void
cvn_history_section_set_record (CvnHistorySection *self,
                                const CvnKind     *kind,
                                const char        *id)
{
  self->kind = kind;
  g_free (self->id);
  self->id = g_strdup (id);
  load (self);
}
