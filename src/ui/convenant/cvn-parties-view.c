/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-parties-view"

#include "cvn-parties-view.h"

#include "cvn-agreement-headline.h"
#include "cvn-cockpit-decide.h"
#include "cvn-cockpit-text.h"
#include "cvn-columns-layout.h"
#include "cvn-decision-popover.h"
#include "cvn-invite-popover.h"
#include "cvn-narrow-choice.h"
#include "cvn-partner-item.h"
#include "cvn-party-cells.h"
#include "cvn-party-sums.h"
#include "cvn-renewal.h"
#include "cvn-tooltip.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

struct _CvnPartiesView
{
  AdwBin parent_instance;

  CvnCockpit   *cockpit;
  GtkStack     *stack; /* agreement or empty */
  GtkDropDown  *chooser;
  GtkDropDown  *filter;
  GtkWidget    *edit;
  GtkWidget    *invite;
  GtkWidget    *renew;
  GtkWidget    *headline; /* how the agreement stands */
  CvnGridList  *list;
  GtkWidget    *sums;
  GtkWidget    *popover;
  char         *asked;   /* id of the party that the popover is about */
  GStrv         kinds;   /* behind the filter, from its fourth place on */
  gboolean      filling; /* the choices are being made, by no person */
  GCancellable *writing;
};

static const char *const filters[] = { N_("All parties"), N_("Not signed"), N_("At risk") };

/* In pixels: what the popover of a decision likes to have. */
#define ROOM 400

G_DEFINE_FINAL_TYPE (CvnPartiesView, cvn_parties_view, ADW_TYPE_BIN)

/* A board member looks; whoever works with the file changes it. */
static gboolean
is_read_only (CvnPartiesView *self)
{
  return cvn_centre_is_read_only (cvn_cockpit_get_centre (self->cockpit));
}

static void
fill_chooser (CvnPartiesView *self)
{
  CvnTable *agreements = cvn_cockpit_get_agreements (self->cockpit);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint row = 0; agreements != NULL && row < cvn_table_get_n_rows (agreements); row++)
    {
      g_autofree char *title = cvn_cockpit_text_title (self->cockpit, row);

      gtk_string_list_append (titles, title);
    }
  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (titles));
  if (cvn_cockpit_get_row (self->cockpit) >= 0)
    gtk_drop_down_set_selected (self->chooser, (guint) cvn_cockpit_get_row (self->cockpit));
}

static void
fill_filter (CvnPartiesView *self)
{
  g_auto (GStrv) kinds = cvn_cockpit_list_kinds (self->cockpit);
  g_autoptr (GtkStringList) words = NULL;

  if (self->kinds != NULL && g_strv_equal ((const char *const *) kinds, (const char *const *) self->kinds))
    return;
  words = gtk_string_list_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    gtk_string_list_append (words, _(filters[i]));
  for (guint i = 0; kinds[i] != NULL; i++)
    gtk_string_list_append (words, cvn_partner_kind_label (kinds[i]));
  g_strfreev (self->kinds);
  self->kinds = g_steal_pointer (&kinds);
  gtk_drop_down_set_model (self->filter, G_LIST_MODEL (words));
}

/* What cannot be changed has no buttons to change it. */
static void
show_tools (CvnPartiesView *self)
{
  int      row = cvn_cockpit_get_row (self->cockpit);
  gboolean can_change = row >= 0 && !is_read_only (self);
  gboolean can_renew = can_change && cvn_renewal_is_due (cvn_cockpit_get_agreements (self->cockpit), (guint) row,
                                                         cvn_centre_get_today (cvn_cockpit_get_centre (self->cockpit)));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "parties.advance", can_change);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "parties.edit-agreement", can_change);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "parties.renew", can_renew);
  gtk_widget_set_visible (self->edit, can_change);
  gtk_widget_set_visible (self->invite, can_change);
  gtk_widget_set_visible (self->renew, can_renew);
}

static void
changed_cb (CvnPartiesView *self)
{
  CvnTable *agreements = cvn_cockpit_get_agreements (self->cockpit);

  if (!cvn_cockpit_is_loaded (self->cockpit))
    return;
  gtk_stack_set_visible_child_name (self->stack, cvn_table_get_n_rows (agreements) > 0 ? "agreement" : "empty");
  self->filling = TRUE;
  fill_chooser (self);
  fill_filter (self);
  self->filling = FALSE;
  cvn_agreement_headline_fill (CVN_AGREEMENT_HEADLINE (self->headline), self->cockpit);
  show_tools (self);
  cvn_party_cells_fill (self->list, self->cockpit);
  cvn_party_sums_fill (CVN_PARTY_SUMS (self->sums), self->cockpit);
}

static void
chosen_cb (CvnPartiesView *self)
{
  guint     place = gtk_drop_down_get_selected (self->chooser);
  CvnTable *agreements = cvn_cockpit_get_agreements (self->cockpit);

  if (!self->filling && place != GTK_INVALID_LIST_POSITION)
    cvn_cockpit_set_agreement (self->cockpit, cvn_table_get_text (agreements, place, "id"));
}

static void
filtered_cb (CvnPartiesView *self)
{
  guint place = gtk_drop_down_get_selected (self->filter);

  if (self->filling || place == GTK_INVALID_LIST_POSITION)
    return;
  if (place < CVN_COCKPIT_OF_KIND)
    cvn_cockpit_set_filter (self->cockpit, (CvnCockpitFilter) place, NULL);
  else
    cvn_cockpit_set_filter (self->cockpit, CVN_COCKPIT_OF_KIND, self->kinds[place - CVN_COCKPIT_OF_KIND]);
}

static void
decided_cb (CvnPartiesView *self,
            const char     *text)
{
  cvn_window_show_toast (GTK_WIDGET (self), text, TRUE);
}

/* The focus goes back to the row, which may have been made again meanwhile. */
static void
closed_cb (CvnPartiesView *self)
{
  GtkWidget *row = cvn_grid_list_find (self->list, self->asked);

  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
party_cb (CvnPartiesView *self,
          const char     *id)
{
  CvnCockpitParty *party = cvn_cockpit_find (self->cockpit, id);
  GtkWidget       *row = cvn_grid_list_find (self->list, id);
  graphene_rect_t  bounds;
  GdkRectangle     place;

  if (party == NULL || row == NULL || !gtk_widget_compute_bounds (row, GTK_WIDGET (self), &bounds))
    return;
  if (self->popover == NULL)
    {
      self->popover = cvn_decision_popover_new (self->cockpit);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
      g_signal_connect_object (self->popover, "decided", G_CALLBACK (decided_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
      /* What it asks for is asked of who can change it. */
      g_signal_connect_object (cvn_cockpit_get_centre (self->cockpit), "notify::read-only", G_CALLBACK (gtk_popover_popdown), self->popover, G_CONNECT_SWAPPED);
    }
  g_free (self->asked);
  self->asked = g_strdup (id);
  place = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height };
  /* In a low window there is no room beside the row: then over the list, from its top. */
  if (place.y < ROOM && gtk_widget_get_height (GTK_WIDGET (self)) - place.y - place.height < ROOM)
    place = (GdkRectangle){ place.x, 0, place.width, 1 };
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
  cvn_decision_popover_show (CVN_DECISION_POPOVER (self->popover), party, is_read_only (self));
}

static void
advanced_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (CvnPartiesView) self = data;
  g_autoptr (GError) error = NULL;
  gint64 no = cvn_centre_finish (CVN_CENTRE (source), result, &error);

  if (self->cockpit == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->writing);
  cvn_window_show_toast (GTK_WIDGET (self), no > 0 ? _("Moved to the next state") : error->message, no > 0);
}

/* The move towards a signature, as of today. */
static void
advance_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  CvnPartiesView  *self = CVN_PARTIES_VIEW (widget);
  CvnCockpitParty *party = cvn_cockpit_find (self->cockpit, cvn_grid_list_get_focused (self->list));
  g_autoptr (CvnRecord) decision = NULL;
  CvnLadderState next;
  CvnDate        today = { 0 };

  if (party == NULL || self->writing != NULL || is_read_only (self))
    return;
  next = cvn_ladder_get_next (cvn_cockpit_party_get_state (party));
  if (next == CVN_LADDER_NONE)
    {
      cvn_window_show_toast (widget, _("There is no step after this one"), FALSE);
      return;
    }
  cvn_date_parse_iso (cvn_centre_get_today (cvn_cockpit_get_centre (self->cockpit)), &today, NULL);
  decision = cvn_cockpit_new_decision (self->cockpit, party, next, &today);
  self->writing = g_cancellable_new ();
  cvn_cockpit_decide_async (self->cockpit, party, decision, self->writing, advanced_cb, g_object_ref (self));
}

static void
edit_agreement_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  CvnPartiesView *self = CVN_PARTIES_VIEW (widget);

  if (cvn_cockpit_get_agreement (self->cockpit) != NULL)
    gtk_widget_activate_action (widget, "convenant.open", "(ss)", "agreement", cvn_cockpit_get_agreement (self->cockpit));
}

static void
renew_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  CvnPartiesView *self = CVN_PARTIES_VIEW (widget);

  if (cvn_cockpit_get_agreement (self->cockpit) != NULL)
    gtk_widget_activate_action (widget, "convenant.renew", "s", cvn_cockpit_get_agreement (self->cockpit));
}

static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  CvnPartiesView  *self = CVN_PARTIES_VIEW (widget);
  const char      *agreement = cvn_cockpit_get_agreement (self->cockpit);
  g_autofree char *record = agreement != NULL ? g_strdup_printf ("%d %s", cvn_cockpit_get_year (self->cockpit), agreement) : NULL;

  if (record != NULL)
    gtk_widget_activate_action (widget, "win.open-report", "(ss)", "convenant", record);
}

static void
cvn_parties_view_dispose (GObject *object)
{
  CvnPartiesView *self = CVN_PARTIES_VIEW (object);

  g_cancellable_cancel (self->writing);
  g_clear_object (&self->writing);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->cockpit);
  G_OBJECT_CLASS (cvn_parties_view_parent_class)->dispose (object);
}

static void
cvn_parties_view_finalize (GObject *object)
{
  g_strfreev (CVN_PARTIES_VIEW (object)->kinds);
  g_free (CVN_PARTIES_VIEW (object)->asked);
  G_OBJECT_CLASS (cvn_parties_view_parent_class)->finalize (object);
}

static void
cvn_parties_view_class_init (CvnPartiesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_parties_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_parties_view_finalize;
  gtk_widget_class_install_action (widget_class, "parties.advance", NULL, advance_cb);
  gtk_widget_class_install_action (widget_class, "parties.edit-agreement", NULL, edit_agreement_cb);
  gtk_widget_class_install_action (widget_class, "parties.renew", NULL, renew_cb);
  gtk_widget_class_install_action (widget_class, "parties.print", NULL, print_cb);
}

static void
cvn_parties_view_init (CvnPartiesView *self)
{
}

static GtkWidget *
name_button (GtkWidget  *button,
             const char *name,
             const char *action)
{
  cvn_tooltip_set (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (action != NULL)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
make_invite (CvnPartiesView *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = cvn_invite_popover_new (self->cockpit);

  g_signal_connect_object (popover, "invited", G_CALLBACK (decided_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  return name_button (button, _("Invite a Party (Ctrl+N)"), NULL);
}

static GtkWidget *
make_choices (CvnPartiesView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->chooser = cvn_narrow_choice_new (_("Agreement"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  self->edit = name_button (gtk_button_new_from_icon_name ("document-edit-symbolic"), _("Edit Agreement"), "parties.edit-agreement");
  self->invite = make_invite (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chooser));
  gtk_box_append (GTK_BOX (box), self->edit);
  gtk_box_append (GTK_BOX (box), self->invite);
  gtk_box_append (GTK_BOX (box), name_button (gtk_button_new_from_icon_name ("document-print-symbolic"), _("Print or Save the Parties"), "parties.print"));
  return box;
}

static GtkWidget *
make_headline (CvnPartiesView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *tools = g_object_new (GTK_TYPE_BOX, "spacing", 6, "halign", GTK_ALIGN_END, "valign", GTK_ALIGN_CENTER, NULL);

  self->renew = name_button (gtk_button_new_with_mnemonic (_("_Renew…")), _("Make the agreement that follows this one"), "parties.renew");
  self->filter = cvn_narrow_choice_new (_("Which parties are listed"));
  g_signal_connect_object (self->filter, "notify::selected", G_CALLBACK (filtered_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (tools), self->renew);
  gtk_box_append (GTK_BOX (tools), GTK_WIDGET (self->filter));
  /* Beside each other, or below when there is no room. */
  gtk_widget_set_layout_manager (box, cvn_columns_layout_new (300, 2, 6));
  self->headline = cvn_agreement_headline_new ();
  gtk_widget_set_parent (self->headline, box);
  gtk_widget_set_parent (tools, box);
  return box;
}

static void
add_keys (CvnPartiesView *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcut        *advance = gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Right"), gtk_named_action_new ("parties.advance"));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), advance);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

static GtkWidget *
make_list (CvnPartiesView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->list = CVN_GRID_LIST (cvn_party_cells_new_list ());
  g_signal_connect_object (self->list, "activated", G_CALLBACK (party_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "refill", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  add_keys (self);
  gtk_widget_add_css_class (content, "cvn-parties");
  gtk_box_append (GTK_BOX (content), make_choices (self));
  gtk_box_append (GTK_BOX (content), make_headline (self));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Add Agreement"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "cvn-convenant-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Agreement Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _("Add the covenant with its period; then its parties, their decisions and what they contribute."));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "convenant.add");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "agreement");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}

/** cvn_parties_view_new: the agreement that matters most, which is being read. */
GtkWidget *
cvn_parties_view_new (CvnCentre *centre)
{
  CvnPartiesView *self = g_object_new (CVN_TYPE_PARTIES_VIEW, NULL);
  GtkWidget      *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->cockpit = cvn_cockpit_new (centre);
  gtk_box_append (GTK_BOX (box), make_list (self));
  self->sums = cvn_party_sums_new (centre);
  gtk_box_append (GTK_BOX (box), self->sums);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "nothing");
  gtk_stack_add_named (self->stack, box, "agreement");
  gtk_stack_add_named (self->stack, make_empty (), "empty");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  g_signal_connect_object (self->cockpit, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "notify::read-only", G_CALLBACK (show_tools), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/** cvn_parties_view_get_cockpit: (transfer none): what it shows. */
CvnCockpit *
cvn_parties_view_get_cockpit (CvnPartiesView *self)
{
  return self->cockpit;
}

/** cvn_parties_view_invite: asks for an organisation that becomes a party; FALSE when there is no agreement that can be changed. */
gboolean
cvn_parties_view_invite (CvnPartiesView *self)
{
  if (!gtk_widget_get_visible (self->invite))
    return FALSE;
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->invite));
  return TRUE;
}
