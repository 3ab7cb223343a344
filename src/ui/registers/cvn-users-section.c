/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-users-section"

#include "cvn-users-section.h"

#include "cvn-query.h"
#include "cvn-reference-search.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

/* The most records that are looked up for one field. */
#define MANY 100

struct _CvnUsersSection
{
  AdwBin parent_instance;

  CvnReferenceSearch  *users;
  AdwPreferencesGroup *group;
  GPtrArray           *rows;   /* of the group's rows */
  GPtrArray           *counts; /* of Count, one for each row */
  char                *id;
  char                *title;
};

/* How many records of a kind refer here by one of their fields. */
typedef struct
{
  const CvnKind *kind;
  const char    *field;
  char          *first;
  guint          n;
} Count;

G_DEFINE_FINAL_TYPE (CvnUsersSection, cvn_users_section, ADW_TYPE_BIN)

static void
count_free (Count *count)
{
  g_free (count->first);
  g_free (count);
}

static void
activated_cb (CvnUsersSection *self,
              AdwActionRow    *row)
{
  guint        place;
  const Count *count;
  g_autoptr (CvnQuery) query = NULL;

  if (!g_ptr_array_find (self->rows, row, &place))
    return;
  count = g_ptr_array_index (self->counts, place);
  if (count->n == 1)
    {
      cvn_window_open_record (GTK_WIDGET (self), count->kind->name, count->first);
      return;
    }
  query = cvn_query_new (count->kind);
  cvn_query_add_text (query, count->field, CVN_MATCH_EQUAL, self->id);
  cvn_window_open_list (GTK_WIDGET (self), query, self->title);
}

static Count *
find_count (CvnUsersSection *self,
            CvnRecordLink   *link)
{
  const CvnKind *kind = cvn_record_link_get_kind (link);
  const char    *field = kind->fields[cvn_kind_find_field (kind, cvn_record_link_get_note (link))].name;
  Count         *count;

  for (guint i = 0; i < self->counts->len; i++)
    {
      count = g_ptr_array_index (self->counts, i);
      if (count->kind == kind && count->field == field)
        return count;
    }
  count = g_new0 (Count, 1);
  count->kind = kind;
  count->field = field;
  count->first = g_strdup (cvn_record_link_get_id (link));
  g_ptr_array_add (self->counts, count);
  return count;
}

static GtkWidget *
make_row (CvnUsersSection *self,
          const Count     *count)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *number = count->n < MANY ? g_strdup_printf ("%u", count->n) : g_strdup_printf (_("%d or more"), MANY);
  GtkWidget       *label = gtk_label_new (number);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(count->kind->label_plural));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(count->kind->fields[cvn_kind_find_field (count->kind, count->field)].label));
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
found_cb (CvnUsersSection *self)
{
  GListModel *users = G_LIST_MODEL (self->users);
  guint       n = g_list_model_get_n_items (users);

  if (cvn_reference_search_is_searching (self->users))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->counts, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CvnRecordLink) link = g_list_model_get_item (users, i);

      find_count (self, link)->n++;
    }
  for (guint i = 0; i < self->counts->len; i++)
    {
      GtkWidget *row = make_row (self, g_ptr_array_index (self->counts, i));

      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
cvn_users_section_dispose (GObject *object)
{
  g_clear_object (&CVN_USERS_SECTION (object)->users);
  G_OBJECT_CLASS (cvn_users_section_parent_class)->dispose (object);
}

static void
cvn_users_section_finalize (GObject *object)
{
  CvnUsersSection *self = CVN_USERS_SECTION (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->counts);
  g_free (self->id);
  g_free (self->title);
  G_OBJECT_CLASS (cvn_users_section_parent_class)->finalize (object);
}

static void
cvn_users_section_class_init (CvnUsersSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cvn_users_section_dispose;
  object_class->finalize = cvn_users_section_finalize;
}

static void
cvn_users_section_init (CvnUsersSection *self)
{
  self->rows = g_ptr_array_new ();
  self->counts = g_ptr_array_new_with_free_func ((GDestroyNotify) count_free);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Used By"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/** cvn_users_section_new: a section that shows nothing yet. */
GtkWidget *
cvn_users_section_new (CvnCentre *centre)
{
  CvnUsersSection *self = g_object_new (CVN_TYPE_USERS_SECTION, NULL);

  self->users = cvn_reference_search_new (centre);
  g_signal_connect_object (self->users, "notify::searching", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/** cvn_users_section_load: shows what refers to the record @id of @kind, called @title. */
void
cvn_users_section_load (CvnUsersSection *self,
                        const CvnKind   *kind,
                        const char      *id,
                        const char      *title)
{
  g_free (self->id);
  self->id = g_strdup (id);
  g_free (self->title);
  self->title = g_strdup (title);
  cvn_reference_search_find_users (self->users, kind, id);
}
