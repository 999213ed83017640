import { IconChevronDown } from "@tabler/icons-react";
import { createElement } from "react";
import {
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from "@mantine/core";

const tide: MantineColorsTuple = [
  "#EAF6FA",
  "#D3ECF4",
  "#A9DBEA",
  "#79CBE3",
  "#4FC3E0",
  "#23A5C7",
  "#0C87A8",
  "#006B8A",
  "#00566F",
  "#073B4C",
];
const gray: MantineColorsTuple = [
  "#F6F8F9",
  "#EFF3F5",
  "#E2E8EC",
  "#D3DCE2",
  "#C7D1D8",
  "#A3B1BA",
  "#84949F",
  "#586975",
  "#40515C",
  "#0B1A22",
];
const dark: MantineColorsTuple = [
  "#E6EEF2",
  "#A6B6C0",
  "#8799A4",
  "#5F727D",
  "#36474F",
  "#202D35",
  "#1A272F",
  "#10191F",
  "#0A1115",
  "#060B0E",
];

type Colours = ReturnType<VariantColorsResolver>;

const quiet = (color: string, hover: string): Colours => ({
  background: "transparent",
  hover,
  color,
  border: "1px solid transparent",
});
const outlined = (color: string): Colours => ({
  background: "var(--hw-raised)",
  hover: "var(--hw-hover)",
  color,
  border: "1px solid var(--hw-line-strong)",
});

/** variantColors gives buttons the colours of the tokens, so that both schemes keep their contrast. */
const variantColors: VariantColorsResolver = (input) => {
  const danger = input.color === "danger";
  const name = danger ? "danger" : "accent";
  if (input.variant === "filled" && (danger || !input.color || input.color === input.theme.primaryColor)) {
    return {
      background: `var(--hw-${name})`,
      hover: `var(--hw-${name}-hover)`,
      color: `var(--hw-on-${name})`,
      border: `1px solid transparent`,
    };
  }
  if (input.variant === "default") return outlined(danger ? "var(--hw-crit-text)" : "var(--hw-text)");
  if (input.variant === "subtle") return quiet(danger ? "var(--hw-crit-text)" : "var(--hw-text-2)", "var(--hw-hover)");
  return defaultVariantColorsResolver(input);
};

const inputWrapperOrder = ["label", "input", "description", "error"] as const;
const chevron = createElement(IconChevronDown, { size: 15, stroke: 1.8, "aria-hidden": true });

/** theme is look.md's scale as Mantine's: colours, type, spacing, radius. What components look like beyond it stands in app/mantine.css. */
export const theme = createTheme({
  colors: { tide, gray, dark },
  primaryColor: "tide",
  primaryShade: { light: 7, dark: 4 },
  black: "#0B1A22",
  variantColorResolver: variantColors,
  fontFamily: "var(--hw-font)",
  fontFamilyMonospace: "var(--hw-mono)",
  fontSizes: { xs: "12px", sm: "13px", md: "13px", lg: "14px", xl: "20px" },
  lineHeights: { xs: "17px", sm: "19px", md: "19px", lg: "20px", xl: "28px" },
  spacing: { xs: "6px", sm: "8px", md: "12px", lg: "16px", xl: "20px" },
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "10px", xl: "16px" },
  defaultRadius: "sm",
  headings: {
    fontFamily: "var(--hw-font)",
    fontWeight: "620",
    sizes: {
      h1: { fontSize: "20px", lineHeight: "28px" },
      h2: { fontSize: "14px", lineHeight: "20px", fontWeight: "600" },
    },
  },
  breakpoints: { xs: "390px", sm: "760px", md: "1024px", lg: "1280px", xl: "1440px" },
  cursorType: "pointer",
  respectReducedMotion: true,
  focusRing: "auto",
  components: {
    Button: { defaultProps: { size: "sm", variant: "default" } },
    ActionIcon: { defaultProps: { size: 30, variant: "subtle" } },
    InputWrapper: { defaultProps: { inputWrapperOrder } },
    TextInput: { defaultProps: { size: "sm", inputWrapperOrder } },
    NumberInput: { defaultProps: { size: "sm", inputWrapperOrder } },
    Select: {
      defaultProps: {
        size: "sm",
        inputWrapperOrder,
        allowDeselect: false,
        withCheckIcon: false,
        rightSection: chevron,
      },
    },
    Checkbox: { defaultProps: { size: "xs", radius: "xs" } },
    // Mantine's header is a <header>, which would be a second banner of the page.
    Modal: {
      defaultProps: {
        attributes: { header: { role: "presentation" } },
        radius: "lg",
        centered: true,
        transitionProps: { duration: 120, transition: "fade" },
      },
    },
    Drawer: {
      defaultProps: { transitionProps: { duration: 180, transition: "slide-right", timingFunction: "ease-out" } },
    },
    Menu: {
      defaultProps: {
        withInitialFocusPlaceholder: false,
        radius: "md",
        shadow: "none",
        transitionProps: { duration: 120, transition: "fade" },
      },
    },
    Popover: { defaultProps: { radius: "md", shadow: "none", transitionProps: { duration: 120, transition: "fade" } } },
    Tooltip: { defaultProps: { radius: "sm", openDelay: 300, events: { hover: true, focus: true, touch: true } } },
  },
});

const variables = {
  "--mantine-color-body": "var(--hw-surface)",
  "--mantine-color-text": "var(--hw-text)",
  "--mantine-color-dimmed": "var(--hw-text-3)",
  "--mantine-color-placeholder": "var(--hw-text-3)",
  "--mantine-color-anchor": "var(--hw-accent)",
  "--mantine-color-error": "var(--hw-crit-text)",
  "--mantine-color-default": "var(--hw-raised)",
  "--mantine-color-default-hover": "var(--hw-hover)",
  "--mantine-color-default-color": "var(--hw-text)",
  "--mantine-color-default-border": "var(--hw-line)",
  "--mantine-primary-color-filled": "var(--hw-accent)",
  "--mantine-primary-color-filled-hover": "var(--hw-accent-hover)",
  "--mantine-primary-color-contrast": "var(--hw-on-accent)",
};

/** resolveVariables points Mantine's own variables at the tokens, in both schemes. */
export const resolveVariables: CSSVariablesResolver = () => ({ variables: {}, light: variables, dark: variables });
