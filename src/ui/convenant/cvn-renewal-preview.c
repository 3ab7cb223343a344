/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-renewal-preview"

#include "cvn-renewal-preview.h"

#include "cvn-cockpit-text.h"

#include <glib/gi18n-lib.h>

struct _CvnRenewalPreview
{
  AdwBin parent_instance;

  GtkImage  *icon;
  GtkWidget *succession;
  GtkWidget *parties;
  GtkWidget *rules;
  GPtrArray *rows; /* of what is in the two, borrowed */
};

G_DEFINE_FINAL_TYPE (CvnRenewalPreview, cvn_renewal_preview, ADW_TYPE_BIN)

static void
cvn_renewal_preview_finalize (GObject *object)
{
  g_ptr_array_unref (CVN_RENEWAL_PREVIEW (object)->rows);
  G_OBJECT_CLASS (cvn_renewal_preview_parent_class)->finalize (object);
}

static void
cvn_renewal_preview_class_init (CvnRenewalPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cvn_renewal_preview_finalize;
}

static CvnSuccession
get_succession (CvnTable *preview)
{
  const char *what = cvn_table_get_text (preview, 0, "what");

  if (g_str_equal (what, "gap"))
    return CVN_SUCCESSION_GAP;
  return g_str_equal (what, "overlap") ? CVN_SUCCESSION_OVERLAP : CVN_SUCCESSION_FOLLOWS;
}

/** cvn_renewal_preview_is_possible: whether the successor would not overlap with the agreement before it. */
gboolean
cvn_renewal_preview_is_possible (CvnTable *preview)
{
  return get_succession (preview) != CVN_SUCCESSION_OVERLAP;
}

static guint
add_rows (CvnRenewalPreview *self,
          GtkWidget         *expander,
          CvnTable          *preview,
          const char        *what,
          const char        *detail)
{
  guint n = 0;

  for (guint row = 0; row < cvn_table_get_n_rows (preview); row++)
    if (g_str_equal (cvn_table_get_text (preview, row, "what"), what))
      {
        GtkWidget *line = adw_action_row_new ();

        adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
        adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), cvn_table_get_text (preview, row, "label"));
        if (detail != NULL)
          adw_action_row_add_suffix (ADW_ACTION_ROW (line), g_object_new (GTK_TYPE_LABEL, "label", detail, "css-classes", (const char *const[]){ "dim-label", NULL }, NULL));
        adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), line);
        g_ptr_array_add (self->rows, line);
        n++;
      }
  gtk_widget_set_visible (expander, n > 0);
  return n;
}

static void
clear (CvnRenewalPreview *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *expander = gtk_widget_get_ancestor (self->rows->pdata[i], ADW_TYPE_EXPANDER_ROW);

      adw_expander_row_remove (ADW_EXPANDER_ROW (expander), self->rows->pdata[i]);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
fill_succession (CvnRenewalPreview *self,
                 CvnTable          *preview)
{
  CvnSuccession    succession = get_succession (preview);
  g_autofree char *warning = cvn_agreement_text_succession (succession, (int) cvn_table_get_integer (preview, 0, "days"));
  gboolean         follows = succession == CVN_SUCCESSION_FOLLOWS;

  gtk_image_set_from_icon_name (self->icon, follows ? "object-select-symbolic" : "dialog-warning-symbolic");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->succession), follows ? _("Begins on the day after the one before ends") : warning);
}

/** cvn_renewal_preview_fill: shows @preview, see cvn_renew_new(); NULL keeps what was shown last, dimmed. */
void
cvn_renewal_preview_fill (CvnRenewalPreview *self,
                          CvnTable          *preview)
{
  g_autofree char *parties = NULL;
  g_autofree char *rules = NULL;
  guint            n;

  gtk_widget_set_sensitive (GTK_WIDGET (self), preview != NULL);
  if (preview == NULL)
    return;
  clear (self);
  fill_succession (self, preview);
  n = add_rows (self, self->parties, preview, "party", _("Invited"));
  parties = g_strdup_printf (ngettext ("%u party is invited", "%u parties are invited", n), n);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->parties), parties);
  n = add_rows (self, self->rules, preview, "contribution_rule", NULL);
  rules = g_strdup_printf (ngettext ("%u contribution rule is taken over", "%u contribution rules are taken over", n), n);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rules), rules);
}

static void
cvn_renewal_preview_init (CvnRenewalPreview *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("What is made, in one step that can be undone"));
  self->succession = adw_action_row_new ();
  self->icon = GTK_IMAGE (gtk_image_new ());
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self->succession), GTK_WIDGET (self->icon));
  self->parties = adw_expander_row_new ();
  self->rules = adw_expander_row_new ();
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->succession);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->parties);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->rules);
  adw_bin_set_child (ADW_BIN (self), group);
}

/** cvn_renewal_preview_new: still empty. */
GtkWidget *
cvn_renewal_preview_new (void)
{
  return g_object_new (CVN_TYPE_RENEWAL_PREVIEW, NULL);
}
